// For the tests beside this file: services that tell and hear, and fail when a test says so.
import { defineService, type Delivery } from '#lib/service';
import { database } from '#mixins/database.mixin';
import { hearsOutside, inbox } from '#mixins/inbox';
import { outbox, telling, type Telling } from '#mixins/outbox';
import type { TestPlatform } from '#test/platform';

/** One time that a hearer was handed a message. A message is named by its key and a number: its amount. */
export interface Attempt {
  name: string;
  key: string;
  n: number;
  by: string;
  on: string;
  at_ms: number;
  error?: Error | false | undefined;
}

/** Of services `payments` and `totals` that hear what the contracts say of pledges made and cancelled. */
export function hearers() {
  const attempts: Attempt[] = [];
  const house = {
    /** All that was tried, in order. */
    attempts,
    /** What an attempt fails with; undefined: it succeeds. */
    failing: (_attempt: Attempt): Error | false | undefined => undefined,
    /** What an attempt waits for. */
    holding: (_attempt: Attempt): Promise<void> | undefined => undefined,
    /** The numbers of a key that a hearer has taken, in order. */
    taken: (key: string, hearer = 'payments') =>
      attempts.filter((it) => it.key === key && it.by === hearer && !it.error).map(({ n }) => n),
    payments: defineService({
      name: 'payments',
      mixins: [inbox, database],
      actions: [],
      subscriptions: [hears('pledge.cancelled'), hears('pledge.created')],
    }),
    totals: defineService({
      name: 'totals',
      mixins: [inbox, database],
      actions: [],
      subscriptions: [hears('pledge.created')],
    }),
  };
  return house;

  function hears(name: 'pledge.cancelled' | 'pledge.created') {
    return hearsOutside(name, async (service, { key, payload }: Delivery<typeof name>) => {
      const attempt: Attempt = {
        ...{ name, key, n: payload.amount, by: service.name, on: service.broker.nodeID },
        at_ms: performance.now(),
      };
      attempts.push(attempt);
      await house.holding(attempt);
      attempt.error = house.failing(attempt);
      if (attempt.error) throw attempt.error;
    });
  }
}

/** A service that only tells. */
export const teller = defineService({ name: 'pledges', mixins: [outbox, database], actions: [] });

const figures = { captured_amount: 0, refunded_amount: 0, charged_back_amount: 0, version: 1 };
const payloadOf = (key: string, amount: number) => ({
  ...{ campaign_id: key, pledge_id: key, donor_id: key, amount, currency: 'EUR', figures },
});

/** That a pledge was cancelled: heard by payments, in the order of `key`. */
export const cancelled = (tx: Telling, key: string, amount: number) =>
  tx.tell('pledge.cancelled', payloadOf(key, amount));

/** That somebody pledged: heard by payments and totals, in the order of `key`. */
export const created = (tx: Telling, key: string, amount: number) =>
  tx.tell('pledge.created', payloadOf(key, amount));

/** Tells in a transaction of its own on one of the nodes. */
export const tell = <T>(platform: TestPlatform, work: (tx: Telling) => Promise<T>, on = 0) =>
  telling(platform.service('pledges', on), {}, work);
