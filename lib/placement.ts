// Which services run in which worker. Decided once, at the start, from names and numbers alone.

/**
 * The services of each worker, for at most `workers` of them; workers without services are left out. Each service runs in
 * `replicas` workers, or in all if there are fewer, and the busiest are kept apart. A gateway runs in every worker.
 */
export function place(
  services: readonly string[],
  workers: number,
  replicas: number,
  loadOf: (service: string) => number,
): string[][] {
  const byLoad = (a: string, b: string) => loadOf(b) - loadOf(a) || (a < b ? -1 : 1);
  const loads = Array.from({ length: workers }, () => ({ names: [] as string[], load: 0 }));
  const placed = services.filter((name) => name !== GATEWAY).sort(byLoad);
  for (const name of placed) {
    // Of two equally idle workers, the one with fewer services.
    const idlest = loads.toSorted((a, b) => a.load - b.load || a.names.length - b.names.length);
    for (const worker of idlest.slice(0, replicas)) {
      worker.names.push(name);
      worker.load += loadOf(name);
    }
  }
  const hasGateway = services.includes(GATEWAY);
  return loads
    .map(({ names }) => names)
    .filter((names) => names.length > 0 || (hasGateway && placed.length === 0))
    .map((names) => (hasGateway ? [...names, GATEWAY] : names));
}

const GATEWAY = 'gateway';
