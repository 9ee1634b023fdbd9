// How many requests a client may send: a bucket that fills evenly, kept as the one time at which it is full (GCRA).

/** `quota` requests at once, and as many again in each `window_s`. */
export interface RatePolicy {
  name: string;
  quota: number;
  window_s: number;
}

/** What is left of a quota after a request. */
export interface Standing {
  policy: RatePolicy;
  isAllowed: boolean;
  remaining: number;
  /** Seconds until the bucket is full; of an empty one, until it has one request again. */
  reset_s: number;
}

// Sums of fractions of a millisecond are not exact: a hundredth of what one request takes is as good as nothing.
const SLACK = 0.01;

/** Takes one request from a bucket that is full at `full_ms`; returns when it is full then. A refusal takes nothing. */
export function take(
  full_ms: number,
  { quota, window_s }: RatePolicy,
  now_ms: number,
): { isAllowed: boolean; full_ms: number } {
  const window_ms = window_s * 1000;
  const each_ms = window_ms / quota;
  // A clock that was set back must not refuse for longer than the window.
  const from = Math.min(Math.max(full_ms, now_ms), now_ms + window_ms);
  const then = from + each_ms;
  const isAllowed = then - now_ms <= window_ms + SLACK * each_ms;
  return { isAllowed, full_ms: isAllowed ? then : from };
}

/** The standing of a client whose bucket is full in `full_in_ms`. */
export function standingOf(policy: RatePolicy, isAllowed: boolean, full_in_ms: number): Standing {
  const window_ms = policy.window_s * 1000;
  const each_ms = window_ms / policy.quota;
  const remaining = Math.max(0, Math.floor((window_ms - full_in_ms) / each_ms + SLACK));
  const wait_ms = remaining > 0 ? full_in_ms : full_in_ms + each_ms - window_ms;
  return {
    policy,
    isAllowed,
    remaining,
    reset_s: Math.max(1, Math.ceil((wait_ms - SLACK * each_ms) / 1000)),
  };
}

/** The fields of draft-ietf-httpapi-ratelimit-headers-10. */
export const rateHeaders = ({ policy: { name, quota, window_s }, remaining, reset_s }: Standing) => ({
  'ratelimit-policy': `"${name}";q=${quota};w=${window_s}`,
  ratelimit: `"${name}";r=${remaining};t=${reset_s}`,
});
