import type { Broker } from '#lib/service';
import type { ServiceSchema } from 'moleculer';
import {
  AggregatorRegistry,
  collectDefaultMetrics,
  Counter,
  Histogram,
  Registry,
  type MetricObject,
} from 'prom-client';
import { isMainThread } from 'node:worker_threads';

/** The metrics of one node: several nodes in one process, as in tests, do not clash. */
export function metricsOf(broker: Broker): Registry {
  let registry = registries.get(broker);
  if (!registry) registries.set(broker, (registry = new Registry()));
  return registry;
}

/** For Prometheus: the metrics of the whole process, whichever of its threads replies. */
export async function exposition(broker: Broker): Promise<string> {
  const [own, others] = await Promise.all([
    snapshot(broker),
    Promise.all(otherThreads(broker).map((nodeID) => snapshotOf(broker, nodeID))),
  ]);
  return AggregatorRegistry.aggregate([own, ...others]).metrics();
}

/** Gives a node's metrics to the other threads of its process. */
export const metricsService: ServiceSchema = {
  name: '$metrics',
  actions: {
    snapshot: {
      visibility: 'public',
      handler(this: { broker: Broker }) {
        return snapshot(this.broker);
      },
    },
  },
};

export const EXPOSITION_TYPE = Registry.PROMETHEUS_CONTENT_TYPE;

/** Milliseconds from a point of its own, never set back: to measure durations. */
export const stopwatch = (): number => performance.now();

/** By this, nodes know that they are threads of one process. */
export interface ThreadMetadata {
  process_id: string;
}

/** Counts one answered request. `route` is the contract's pattern, so that labels are few. */
export type ObserveRequest = (route: string, method: string, status: number, took_ms: number) => void;

/** The counters of a gateway, in the node's registry. Created once per node. */
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

// A thread that takes longer hangs or is ending: the others' metrics are shown without it.
const PATIENCE_MS = 1000;

const snapshotOf = (broker: Broker, nodeID: string): Promise<MetricObject[]> =>
  broker
    .call<MetricObject[], object>('$metrics.snapshot', {}, { nodeID, timeout: PATIENCE_MS, retries: 0 })
    .catch(() => []);

/** The nodes whose metadata name the same process; without metadata, none. */
function otherThreads({ nodeID, metadata, registry }: Broker): string[] {
  const process_id = (metadata as Partial<ThreadMetadata>).process_id;
  if (process_id === undefined) return [];
  const nodes = registry.nodes.toArray() as unknown as Peer[];
  const isOther = ({ id, available, metadata }: Peer) =>
    available && id !== nodeID && metadata?.process_id === process_id;
  return nodes.filter(isOther).map(({ id }) => id);
}

interface Peer {
  id: string;
  available: boolean;
  metadata: Partial<ThreadMetadata> | null;
}

/** A thread's metrics are added to those of others, except the process's own: only the main thread includes those. */
async function snapshot(broker: Broker): Promise<MetricObject[]> {
  const ofThread = (await processMetrics().getMetricsAsJSON()).flatMap((metric) => {
    if (!metric.name.startsWith('process_')) return [metric];
    return isMainThread ? [{ ...metric, aggregator: 'first' as const }] : [];
  });
  return [...ofThread, ...(await metricsOf(broker).getMetricsAsJSON())];
}

let ofProcess: Registry | undefined;

// Once per process: each collector observes the garbage collector and the event loop for as long as it lives.
function processMetrics(): Registry {
  if (!ofProcess) collectDefaultMetrics({ register: (ofProcess = new Registry()) });
  return ofProcess;
}
