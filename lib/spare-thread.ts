// A thread that has loaded every service and waits for a place: what else takes most of a new thread's start.
import type { House, Order, WorkerReport } from '#lib/worker';
import { Worker } from 'node:worker_threads';

/** A thread, and what ended it. */
export interface Life {
  worker: Worker;
  ended: Promise<unknown>;
}

export interface SpareThread {
  /** Makes one, unless there is one. */
  refill(): void;
  /** Whether it has loaded all. */
  isWarm(): boolean;
  /** It, however far it is, or a new one. */
  take(): Life;
  end(): Promise<void>;
}

/** Of a pool, one: where two end at once, the second starts cold. `log` is told where it ends before it was taken. */
export function spareThread(house: House, log: (text: string, error: unknown) => void): SpareThread {
  let spare: Life | undefined;
  let isWarm = false;

  return {
    refill() {
      if (spare) return;
      const life = startLife(house);
      spare = life;
      isWarm = false;
      life.worker.on('message', (said: WorkerReport) => {
        if (said === 'warm' && spare === life) isWarm = true;
      });
      life.worker.postMessage('warm' satisfies Order);
      void life.ended.then((error) => {
        if (spare !== life) return;
        spare = undefined;
        log('The spare thread ended; the next that is needed starts cold', error);
      });
    },
    isWarm: () => spare !== undefined && isWarm,
    take() {
      const life = spare ?? startLife(house);
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

function startLife(house: House): Life {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: house });
  let error: unknown;
  worker.on('error', (thrown: unknown) => void (error = thrown));
  const ended = new Promise<unknown>((resolve) =>
    worker.once('exit', (code) => resolve(error ?? new Error(`It exited with code ${code}`))),
  );
  return { worker, ended };
}
