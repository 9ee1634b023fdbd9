import { standingOf, take, type RatePolicy, type Standing } from './rate-limit.rules.ts';

// 10 MB. Whoever fills it with addresses of their own makes the gateway forget those that asked longest ago.
const KEPT = 100_000;

/** The buckets of one gateway, by key. Those of clients that are quiet are forgotten first: they are full again. */
export class Buckets {
  readonly #full = new Map<string, number>();
  readonly #kept: number;

  constructor(kept = KEPT) {
    this.#kept = kept;
  }

  take(key: string, policy: RatePolicy, now_ms: number): Standing {
    const { isAllowed, full_ms } = take(this.#full.get(key) ?? 0, policy, now_ms);
    this.#full.delete(key);
    this.#full.set(key, full_ms);
    if (this.#full.size > this.#kept) this.#full.delete(this.#full.keys().next().value!);
    return standingOf(policy, isAllowed, full_ms - now_ms);
  }
}
