// A thread that has loaded every service and waits for a place: what else takes most of a new thread's start.
import type { ThreadData, Order, WorkerReport } from '#lib/worker';
import { Worker } from 'node:worker_threads';

/** A thread, and the error that ended it. */
export interface Life {
  worker: Worker;
  ended: Promise<unknown>;
}

export interface SpareThread {
  /** Starts a spare thread, unless there is one. */
  refill(): void;
  /** Whether it has loaded all. */
  isWarm(): boolean;
  /** The spare thread, however far it is, or a new one. */
  take(): Life;
  end(): Promise<void>;
}

/** One per pool: when two threads end at once, the second starts cold. `log` is called when the spare ends before use. */
export function spareThread(data: ThreadData, log: (text: string, error: unknown) => void): SpareThread {
  let spare: Life | undefined;
  let isWarm = false;

  return {
    refill() {
      if (spare) return;
      const life = startLife(data);
      spare = life;
      isWarm = false;
      life.worker.on('message', (said: WorkerReport) => {
        if (said === 'warm' && spare === life) isWarm = true;
      });
      life.worker.postMessage('warm' satisfies Order);
      void life.ended.then((error) => {
        if (spare !== life) return;
        spare = undefined;
        log('The spare thread ended; the next replacement starts cold', error);
      });
    },
    isWarm: () => spare !== undefined && isWarm,
    take() {
      const life = spare ?? startLife(data);
      spare = undefined;
      return life;
    },
    async end() {
      const life = spare;
      spare = undefined;
      await life?.worker.terminate();
    },
  };
}

function startLife(data: ThreadData): Life {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: data });
  let error: unknown;
  worker.on('error', (thrown: unknown) => void (error = thrown));
  const ended = new Promise<unknown>((resolve) =>
    worker.once('exit', (code) => resolve(error ?? new Error(`It exited with code ${code}`))),
  );
  return { worker, ended };
}
