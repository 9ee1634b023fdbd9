// Worker threads, each with some of the services, supervised by the main thread.
import type { Settings } from '#lib/broker';
import type { Mesh } from '#lib/mesh';
import { spareThread, type Life } from '#lib/spare-thread';
import type { ThreadData, Order, WorkerReport } from '#lib/worker';
import { world } from '#lib/world';
import { MessageChannel, type Worker } from 'node:worker_threads';

export interface WorkerPool {
  /** The living threads, by the id of their node. A thread that ends is replaced by one with a new id. */
  readonly workers: ReadonlyMap<string, Worker>;
  /** Whether a warm thread is ready to replace the next that ends. */
  hasSpare(): boolean;
  /** Answers the requests under way in all threads, then stops them. */
  stop(): Promise<void>;
}

interface PoolOptions {
  /** The main thread's node, and its end of the wires. */
  nodeID: string;
  mesh: Mesh;
  /** The services of each worker. */
  placement: string[][];
  settings: Settings;
  log(text: string, error: unknown): void;
}

/**
 * The delay before a thread that ended is replaced: `quick_deaths` is how many in a row have ended within 10 s of being
 * ready.
 */
export const backOff_ms = (quick_deaths: number): number => Math.min(100 * 2 ** (quick_deaths - 1), 5000);

const LONG_LIFE_MS = 10_000;

// Moleculer waits 10 s for what is under way, in the gateways and again in the services: a thread that takes longer hangs.
const PATIENCE_MS = 15_000;

/** Starts a thread for each entry of `placement`. Throws the error of the first that could not start. */
export async function startPool(options: PoolOptions): Promise<WorkerPool> {
  const threads = new Set<Thread>();
  const workers = new Map<string, Worker>();
  const spare = spareThread(threadDataOf(options), options.log);
  const stopping = Promise.withResolvers<void>();
  let isStopping = false;
  let count = 0;

  function start(services: string[]): Thread {
    // New at each start: nodes that knew the one that ended would treat its messages as stale.
    const nodeID = `${options.nodeID}-${++count}`;
    const thread = startThread(nodeID, services, spare.take(), options.nodeID, options.mesh);
    for (const other of threads) join(thread, other);
    threads.add(thread);
    workers.set(nodeID, thread.worker);
    void thread.ended.then(() => {
      threads.delete(thread);
      workers.delete(nodeID);
    });
    thread.ready.then(refill, () => {});
    return thread;
  }

  // Not before all are ready: it would take CPU time from those that are needed.
  function refill() {
    if (!isStopping && [...threads].every(({ isReady }) => isReady())) spare.refill();
  }

  async function keep(services: string[], first: Thread) {
    let thread = first;
    let quick_deaths = 0;
    for (;;) {
      const { error, lived_ms } = await thread.ended;
      if (isStopping) return;
      quick_deaths = lived_ms < LONG_LIFE_MS ? quick_deaths + 1 : 1;
      const wait_ms = backOff_ms(quick_deaths);
      options.log(`Thread ${thread.nodeID} ended; another takes its place in ${wait_ms} ms`, error);
      await world.sleepUnless(stopping.promise, wait_ms);
      if (isStopping) return;
      thread = start(services);
    }
  }

  async function stop() {
    isStopping = true;
    stopping.resolve();
    // A thread that is not ready has no requests.
    await Promise.all([spare.end(), ...[...threads].filter(({ isReady }) => !isReady()).map(end)]);
    // First all gateways, then all services: a request in one thread may need the services of another.
    for (const [order, answer] of PHASES)
      await Promise.all([...threads].map((thread) => ask(thread, order, answer)));
    await Promise.all([...threads].map(end));
    await Promise.all(supervised);
  }

  const started = options.placement.map((services) => ({ services, thread: start(services) }));
  try {
    await allReady(started.map(({ thread }) => thread));
  } catch (error) {
    isStopping = true;
    await Promise.all([spare.end(), ...[...threads].map(end)]);
    throw error;
  }
  const supervised = started.map(({ services, thread }) => keep(services, thread));
  return { workers, hasSpare: spare.isWarm, stop };
}

const PHASES = [
  ['drain', 'drained'],
  ['stop', 'stopped'],
] as const satisfies [Order, WorkerReport][];

interface Thread {
  nodeID: string;
  worker: Worker;
  /** Resolves when it serves; rejects with the error that ended it before. */
  ready: Promise<void>;
  isReady(): boolean;
  ended: Promise<{ error: unknown; lived_ms: number }>;
}

const threadDataOf = ({ nodeID, placement, settings }: PoolOptions): ThreadData => ({
  process_id: nodeID,
  settings,
  all_services: [...new Set(placement.flat())],
});

function startThread(
  nodeID: string,
  services: string[],
  { worker, ended: died }: Life,
  mainID: string,
  mesh: Mesh,
): Thread {
  let ready_ms: number | undefined;
  const ended = died.then((error) => ({
    error,
    lived_ms: ready_ms === undefined ? 0 : world.nowMs() - ready_ms,
  }));
  const ready = new Promise<void>((resolve, reject) => {
    worker.on('message', (said: WorkerReport) => {
      if (said !== 'ready') return;
      ready_ms = world.nowMs();
      resolve();
    });
    void ended.then(({ error }) => reject(error as Error));
  });
  // Only the first start waits for `ready`; later ones report by `ended`.
  ready.catch(() => {});
  send(worker, { nodeID, services });
  const { port1, port2 } = new MessageChannel();
  send(worker, { peer: mainID, port: port1 });
  mesh.add({ peer: nodeID, port: port2 });
  return { nodeID, worker, ready, isReady: () => ready_ms !== undefined, ended };
}

/** Rejects when one ends, even if it was ready before: the others wait for its services. */
const allReady = (threads: Thread[]): Promise<unknown> =>
  Promise.race([
    Promise.all(threads.map(({ ready }) => ready)),
    ...threads.map(({ ended }) => ended.then(({ error }) => Promise.reject(error as Error))),
  ]);

function join(one: Thread, other: Thread): void {
  const { port1, port2 } = new MessageChannel();
  send(one.worker, { peer: other.nodeID, port: port1 });
  send(other.worker, { peer: one.nodeID, port: port2 });
}

function send(worker: Worker, order: Order): void {
  const ports = typeof order === 'object' && 'port' in order ? [order.port] : [];
  worker.postMessage(order, ports);
}

/** Until the thread answers, ends, or has hung for too long. */
async function ask({ worker, ended }: Thread, order: Order, answer: WorkerReport): Promise<void> {
  const answered = new Promise<void>((resolve) => {
    worker.on('message', (said: WorkerReport) => said === answer && resolve());
    void ended.then(() => resolve());
  });
  send(worker, order);
  await world.sleepUnless(answered, PATIENCE_MS);
}

const end = async ({ worker }: Thread): Promise<void> => void (await worker.terminate());
