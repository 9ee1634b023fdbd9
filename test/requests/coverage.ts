import type { SeenStatuses } from './bombardment.ts';

/** A line for each operation with the statuses that it answered, and one for all of them. */
export function coverageOf(seen: SeenStatuses): string {
  const all = new Map<number, number>();
  for (const statuses of seen.values())
    for (const [status, count] of statuses) all.set(status, (all.get(status) ?? 0) + count);
  const done = [...seen.values()].filter((statuses) => [...statuses.keys()].some((status) => status < 400));
  return [
    ...[...seen].map(([operationId, statuses]) => `${operationId.padEnd(40)} ${countsOf(statuses)}`),
    `${seen.size} operations, of which ${done.length} did what they are for`,
    countsOf(all),
  ].join('\n');
}

const countsOf = (statuses: ReadonlyMap<number, number>) =>
  [...statuses]
    .sort(([one], [other]) => one - other)
    .map(([status, count]) => `${status}: ${count}`)
    .join(', ');
