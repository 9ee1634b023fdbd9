import type { TimerHandler, Service } from '#lib/service';

/** Work that repeats. */
interface Repeating {
  each_ms: number;
  /** Must end within 30 s. Resolves with true when more is left to do: then it runs again a second later. */
  work: (service: Service) => Promise<boolean | void>;
}

/** Work that schedules itself: at once when the service first starts, then `each_ms` after its end; on one node at a time. */
export const every = (name: string, { each_ms, work }: Repeating): TimerHandler<never> => ({
  name,
  each_ms,
  isOutside: true,
  handler() {
    return work(this);
  },
});
