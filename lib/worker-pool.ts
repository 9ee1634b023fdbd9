// Worker threads, each with some of the services, kept alive from the main thread.
import type { Settings } from '#lib/broker';
import type { Mesh, Wire } from '#lib/mesh';
import type { Assignment, Order, Report } from '#lib/worker';
import { world } from '#lib/world';
import { MessageChannel, Worker } from 'node:worker_threads';

export interface WorkerPool {
  /** Those that live, by the id of their node. One that ends is replaced by one of a new id. */
  readonly workers: ReadonlyMap<string, Worker>;
  /** Lets all answer what came in from outside, then stops them. */
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
 * How long to wait before a thread is started in place of the one that ended: `quick_deaths` is how many in a row have
 * ended within 10 s of being ready.
 */
export const backOff_ms = (quick_deaths: number): number => Math.min(100 * 2 ** (quick_deaths - 1), 5000);

const LONG_LIFE_MS = 10_000;

// Moleculer waits 10 s for what is under way, in the gateways and again in the services: who takes longer hangs.
const PATIENCE_MS = 15_000;

/** Starts a thread for each entry of `placement`. Throws what the first of them threw that could not start. */
export async function startPool(options: PoolOptions): Promise<WorkerPool> {
  const threads = new Set<Thread>();
  const workers = new Map<string, Worker>();
  const stopping = Promise.withResolvers<void>();
  let isStopping = false;
  let count = 0;

  function start(services: string[]): Thread {
    // New at each start: who knew the one that ended would take its messages for stale.
    const nodeID = `${options.nodeID}-${++count}`;
    const thread = startThread(nodeID, services, options);
    for (const other of threads) join(thread, other);
    threads.add(thread);
    workers.set(nodeID, thread.worker);
    void thread.ended.then(() => {
      threads.delete(thread);
      workers.delete(nodeID);
    });
    return thread;
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
    // Who is not ready yet has taken nothing.
    await Promise.all([...threads].filter(({ isReady }) => !isReady()).map(end));
    // First all gateways, then all services: what came in at one thread may need those of another.
    for (const [order, answer] of PHASES)
      await Promise.all([...threads].map((thread) => ask(thread, order, answer)));
    await Promise.all([...threads].map(end));
  }

  const started = options.placement.map((services) => ({ services, thread: start(services) }));
  try {
    await Promise.all(started.map(({ thread }) => thread.ready));
  } catch (error) {
    await Promise.all([...threads].map(end));
    throw error;
  }
  const kept = started.map(({ services, thread }) => keep(services, thread));
  return {
    workers,
    stop: () =>
      stop()
        .then(() => Promise.all(kept))
        .then(() => undefined),
  };
}

const PHASES = [
  ['drain', 'drained'],
  ['stop', 'stopped'],
] as const satisfies [Order, Report][];

interface Thread {
  nodeID: string;
  worker: Worker;
  /** Resolves when it serves; rejects with what ended it before. */
  ready: Promise<void>;
  isReady(): boolean;
  ended: Promise<{ error: unknown; lived_ms: number }>;
}

function startThread(
  nodeID: string,
  services: string[],
  { nodeID: mainID, mesh, placement, settings }: PoolOptions,
): Thread {
  const assignment: Assignment = {
    ...{ nodeID, process_id: mainID, services, settings },
    all_services: [...new Set(placement.flat())],
  };
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: assignment });
  let ready_ms: number | undefined;
  let error: unknown;
  worker.on('error', (thrown: unknown) => void (error = thrown));
  const ended = new Promise<{ error: unknown; lived_ms: number }>((resolve) =>
    worker.once('exit', (code) => {
      const lived_ms = ready_ms === undefined ? 0 : world.nowMs() - ready_ms;
      resolve({ error: error ?? new Error(`It exited with code ${code}`), lived_ms });
    }),
  );
  const ready = new Promise<void>((resolve, reject) => {
    worker.on('message', (said: Report) => {
      if (said !== 'ready') return;
      ready_ms = world.nowMs();
      resolve();
    });
    void ended.then(({ error }) => reject(error as Error));
  });
  // Only the first start is waited for; how later ones end is told by `ended`.
  ready.catch(() => {});
  const { port1, port2 } = new MessageChannel();
  send(worker, { peer: mainID, port: port1 });
  mesh.add({ peer: nodeID, port: port2 });
  return { nodeID, worker, ready, isReady: () => ready_ms !== undefined, ended };
}

function join(one: Thread, other: Thread): void {
  const { port1, port2 } = new MessageChannel();
  send(one.worker, { peer: other.nodeID, port: port1 });
  send(other.worker, { peer: one.nodeID, port: port2 });
}

function send(worker: Worker, order: Order): void {
  const ports = typeof order === 'string' ? [] : [(order satisfies Wire).port];
  worker.postMessage(order, ports);
}

/** Until the thread answers, ends, or has hung for too long. */
async function ask({ worker, ended }: Thread, order: Order, answer: Report): Promise<void> {
  const answered = new Promise<void>((resolve) => {
    worker.on('message', (said: Report) => said === answer && resolve());
    void ended.then(() => resolve());
  });
  send(worker, order);
  await world.sleepUnless(answered, PATIENCE_MS);
}

const end = async ({ worker }: Thread): Promise<void> => void (await worker.terminate());
