import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { rateHeaders, standingOf, take, type RatePolicy } from './rate-limit.rules.ts';

// Of a gateway that has run for half a year.
const NOW_MS = 15_000_000_000;

const policies = fc.record({
  name: fc.constant('user'),
  quota: fc.integer({ min: 1, max: 1_000_000 }),
  window_s: fc.constantFrom(1, 60),
});

describe('a bucket', () => {
  test('that is full lets its quota in at once, and not one more', () => {
    fc.assert(
      fc.property(policies, fc.integer({ min: 1, max: 3000 }), (policy, quota) => {
        const small = { ...policy, quota };
        let full_ms = 0;
        for (let left = quota; left > 0; left--) {
          const taken = take(full_ms, small, NOW_MS);
          expect(standingOf(small, taken.isAllowed, taken.full_ms - NOW_MS)).toMatchObject({
            isAllowed: true,
            remaining: left - 1,
          });
          full_ms = taken.full_ms;
        }
        expect(take(full_ms, small, NOW_MS).isAllowed).toBe(false);
      }),
      { numRuns: 30 },
    );
  });

  test('has one request again when it said so, and none before', () => {
    fc.assert(
      fc.property(policies, (policy) => {
        const empty_ms = NOW_MS + policy.window_s * 1000;
        const { isAllowed, full_ms } = take(empty_ms, policy, NOW_MS);
        const { remaining, reset_s } = standingOf(policy, isAllowed, full_ms - NOW_MS);
        expect([isAllowed, remaining]).toEqual([false, 0]);
        expect(take(full_ms, policy, NOW_MS + reset_s * 1000).isAllowed).toBe(true);
        const each_ms = (policy.window_s * 1000) / policy.quota;
        expect(take(full_ms, policy, NOW_MS + each_ms / 2).isAllowed).toBe(false);
      }),
    );
  });

  test('never lets more in than its quota and what has come since, however requests are spread', () => {
    const pauses = fc.array(fc.integer({ min: 0, max: 2000 }), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), pauses, (quota, waits) => {
        const policy: RatePolicy = { name: 'user', quota, window_s: 1 };
        let [now_ms, full_ms, allowed] = [NOW_MS, 0, 0];
        for (const wait of waits) {
          now_ms += wait;
          const taken = take(full_ms, policy, now_ms);
          full_ms = taken.full_ms;
          if (taken.isAllowed) allowed++;
        }
        expect(allowed).toBeLessThanOrEqual(quota + ((now_ms - NOW_MS) / 1000) * quota + 0.01);
      }),
    );
  });

  test('does not refuse for longer than its window when the clock was set back', () => {
    const policy = { name: 'user', quota: 10, window_s: 60 };
    const { full_ms } = take(NOW_MS + 3_600_000, policy, NOW_MS);
    expect(full_ms).toBe(NOW_MS + 60_000);
    expect(take(full_ms, policy, NOW_MS + 6001).isAllowed).toBe(true);
  });
});

test('its headers are structured fields', () => {
  const policy = { name: 'user', quota: 100, window_s: 60 };
  expect(rateHeaders(standingOf(policy, true, 30_000))).toEqual({
    'ratelimit-policy': '"user";q=100;w=60',
    ratelimit: '"user";r=50;t=30',
  });
});
