import { defineService } from '#mixins/service';
// For the tests beside this file: services that publish and consume, and fail when a test says so.
import { type Delivery } from '#lib/service';
import { subscribeExternal } from '#mixins/inbox';
import { publishing, type PublishingTransaction } from '#mixins/outbox';
import type { TestPlatform } from '#test/platform';

/** One attempt to deliver a message to a consumer. A message is identified by its key and a number: its amount. */
export interface Attempt {
  name: string;
  key: string;
  n: number;
  by: string;
  on: string;
  at_ms: number;
  error?: Error | false | undefined;
}

/** Services `payments` and `totals`, which subscribe to pledges made and cancelled. */
export function consumers() {
  const attempts: Attempt[] = [];
  const fixture = {
    /** All attempts, in order. */
    attempts,
    /** The error of an attempt; undefined: it succeeds. */
    failing: (_attempt: Attempt): Error | false | undefined => undefined,
    /** What an attempt waits for. */
    holding: (_attempt: Attempt): Promise<void> | undefined => undefined,
    /** The numbers of a key that a consumer has handled, in order. */
    taken: (key: string, consumer = 'payments') =>
      attempts.filter((it) => it.key === key && it.by === consumer && !it.error).map(({ n }) => n),
    payments: defineService({
      name: 'payments',
      actions: [],
      subscriptions: [consumes('pledge.cancelled'), consumes('pledge.created')],
    }),
    totals: defineService({
      name: 'totals',
      actions: [],
      subscriptions: [consumes('pledge.created')],
    }),
  };
  return fixture;

  function consumes(name: 'pledge.cancelled' | 'pledge.created') {
    return subscribeExternal(name, async (service, { key, payload }: Delivery<typeof name>) => {
      const attempt: Attempt = {
        name,
        key,
        n: payload.amount,
        by: service.name,
        on: service.broker.nodeID,
        at_ms: performance.now(),
      };
      attempts.push(attempt);
      await fixture.holding(attempt);
      attempt.error = fixture.failing(attempt);
      if (attempt.error) throw attempt.error;
    });
  }
}

/** A service that only publishes. */
export const publisher = defineService({ name: 'pledges', actions: [] });

const figures = { captured_amount: 0, refunded_amount: 0, charged_back_amount: 0, version: 1 };
const payloadOf = (key: string, amount: number) => ({
  campaign_id: key,
  pledge_id: key,
  donor_id: key,
  amount,
  currency: 'EUR',
  figures,
});

/** Publishes that a pledge was cancelled; payments subscribes, in the order of `key`. */
export const cancelled = (tx: PublishingTransaction, key: string, amount: number) =>
  tx.publish('pledge.cancelled', payloadOf(key, amount));

/** Publishes that a pledge was made; payments and totals subscribe, in the order of `key`. */
export const created = (tx: PublishingTransaction, key: string, amount: number) =>
  tx.publish('pledge.created', payloadOf(key, amount));

/** Publishes in a transaction of its own on one of the nodes. */
export const publish = <T>(platform: TestPlatform, work: (tx: PublishingTransaction) => Promise<T>, on = 0) =>
  publishing(platform.service('pledges', on), {}, work);
