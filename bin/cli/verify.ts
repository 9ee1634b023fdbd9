import type { VerifiedInvariant } from '#contracts';
import type { Command } from './command.ts';
import { pagesOf } from './pages.ts';
import { table } from './table.ts';

// Longer lists are for --json.
const SHOWN = 20;

/** Checks everything, a part per request. */
export const verify: Command = async (api) => {
  const found = new Map<string, VerifiedInvariant>();
  for await (const page of pagesOf(api, 'ops.verify')) {
    for (const each of page.data) {
      const name = `${each.service} ${each.invariant}`;
      const known = found.get(name);
      found.set(name, known ? sum(known, each) : each);
    }
  }
  const data = [...found.values()];
  const isWrong = data.some(({ violations }) => violations.length > 0);
  return { json: { data }, text: report(data), isWrong };
};

const sum = (a: VerifiedInvariant, b: VerifiedInvariant): VerifiedInvariant => ({
  ...a,
  checked: a.checked + b.checked,
  violations: [...a.violations, ...b.violations],
});

const COLUMNS = ['service', 'invariant', 'checked', 'violations'] as const;

function report(data: VerifiedInvariant[]): string {
  const wrong = data.flatMap(({ service, invariant, violations }) =>
    violations.map(({ key, found }) => `${service}: ${invariant}: ${key}: ${found}`),
  );
  const rows = data.map((each) => ({ ...each, violations: each.violations.length }));
  const more = wrong.length > SHOWN ? [`… and ${wrong.length - SHOWN} more: --json lists all.`] : [];
  const verdict = wrong.length > 0 ? [...wrong.slice(0, SHOWN), ...more] : ['All invariants hold.'];
  return [table(COLUMNS, rows), '', ...verdict].join('\n');
}
