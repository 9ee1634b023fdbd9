import type { Broker } from '#lib/service';
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';

/** The metrics of one node: where several run in one process, as in tests, their names do not clash. */
export function metricsOf(broker: Broker): Registry {
  let registry = registries.get(broker);
  if (!registry) registries.set(broker, (registry = new Registry()));
  return registry;
}

/** What Prometheus reads: the metrics of the process, and those of this node. */
export const exposition = async (broker: Broker): Promise<string> =>
  `${await processMetrics().metrics()}\n${await metricsOf(broker).metrics()}`;

export const EXPOSITION_TYPE = Registry.PROMETHEUS_CONTENT_TYPE;

/** Milliseconds from a point of its own, never set back: for how long something took. */
export const stopwatch = (): number => performance.now();

/** Counts one answered request. `route` is the pattern of the contract, so that there are as many as contracts. */
export type ObserveRequest = (route: string, method: string, status: number, took_ms: number) => void;

/** The counters of a gateway, in the node's registry. Made once per node. */
export function requestMetrics(broker: Broker): ObserveRequest {
  const registers = [metricsOf(broker)];
  const requests = new Counter({
    name: 'http_requests_total',
    help: 'Requests answered; status 499: the client left first',
    labelNames: ['route', 'method', 'status'] as const,
    registers,
  });
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'From the head of the request to the end of the answer',
    labelNames: ['route', 'method'] as const,
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  return (route, method, status, took_ms) => {
    requests.inc({ route, method, status });
    durations.observe({ route, method }, took_ms / 1000);
  };
}

const registries = new WeakMap<Broker, Registry>();
let ofProcess: Registry | undefined;

// Once per process: each collector listens to the garbage collector and the event loop for as long as it lives.
function processMetrics(): Registry {
  if (!ofProcess) collectDefaultMetrics({ register: (ofProcess = new Registry()) });
  return ofProcess;
}
