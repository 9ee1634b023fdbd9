// How messages reach a service: each once, in the order of its key. A message that fails too often becomes a dead letter.
import { isDisconnected } from '#lib/database';
import { fail, isTransient, textOf } from '#lib/errors';
import {
  defineMixin,
  type Delivery,
  type DeliveryBatch,
  type Subscription,
  type Service,
} from '#lib/service';
import type { MessageName } from '#contracts';
import { blockedByKey, isBlockedByKey } from '#mixins/actors/mailbox';
import { readBacklog, type OwnBacklog } from './backlog.ts';

export type { OwnBacklog };

/** The messages of a batch without an effect: they failed, or wait for something unavailable or for an earlier failure. */
export interface DeliveryOutcome {
  failed: { id: string; error: string }[];
  waiting: string[];
}

/** A message that failed as often as it may, as it is kept and shown. */
export interface StoredDeadLetter {
  message_id: string;
  message: Delivery;
  error: string;
  attempts: number;
  dead_lettered_at: string;
}

type Consuming = Service & { schema: { subscriptions: Map<string, Subscription> } };
interface Request<P> {
  params: P;
}

export const inbox = defineMixin<Consuming>({
  actions: {
    /** Handles a batch of deliveries, in order. A message in neither list has been committed. */
    deliver: {
      visibility: 'public',
      async handler({
        params: { deliveries },
      }: Request<{ deliveries: Delivery[] }>): Promise<DeliveryOutcome> {
        const batch: DeliveryBatch = { failed: new Set() };
        const results = await Promise.allSettled(deliveries.map((delivery) => handle(this, delivery, batch)));
        const outcome: DeliveryOutcome = { failed: [], waiting: [] };
        for (const [i, result] of results.entries()) {
          const { id } = deliveries[i]!;
          if (result.status === 'fulfilled') continue;
          if (mustWait(result.reason)) outcome.waiting.push(id);
          else outcome.failed.push({ id, error: textOf(result.reason) });
        }
        return outcome;
      },
    },

    /** Stores a message that failed too often. */
    deadLetter: {
      visibility: 'public',
      async handler({ params }: Request<{ delivery: Delivery; error: string; attempts: number }>) {
        const { delivery, error, attempts } = params;
        await this.db.query(
          `insert into dead_letters (message_id, message, error, attempts) values ($1, $2, $3, $4)
           on conflict (message_id) do update set error = excluded.error, attempts = excluded.attempts`,
          [delivery.id, JSON.stringify(delivery), textOf(error), attempts],
        );
      },
    },

    /** The oldest 1,000 dead letters; with `message_id`, that one. */
    deadLetters: {
      visibility: 'public',
      async handler({ params: { message_id = null } }: Request<{ message_id?: string | null }>) {
        const { rows } = await this.db.query<StoredDeadLetter>(
          'select * from dead_letters where $1::uuid is null or message_id = $1 order by dead_lettered_at limit 1000',
          [message_id],
        );
        return rows;
      },
    },

    /** What this service has still to publish, to deliver and to run. */
    backlog: {
      visibility: 'public',
      handler(): Promise<OwnBacklog> {
        return readBacklog(this.db);
      },
    },

    /** Delivers a dead letter once more. It is deleted when its effect commits; else it stays, with the new error. */
    retryDeadLetter: {
      visibility: 'public',
      async handler({ params: { message_id } }: Request<{ message_id: string }>) {
        const { rows } = await this.db.query<StoredDeadLetter>(
          'select * from dead_letters where message_id = $1',
          [message_id],
        );
        const dead_letter = rows[0];
        if (!dead_letter) throw fail('DEAD_LETTER_NOT_FOUND', { message_id });
        try {
          await handle(this, dead_letter.message, { failed: new Set() });
        } catch (error) {
          await this.db.query(
            'update dead_letters set error = $2, attempts = attempts + 1 where message_id = $1',
            [message_id, textOf(error)],
          );
          throw error;
        }
        await this.db.query('delete from dead_letters where message_id = $1', [message_id]);
      },
    },
  },
});

/**
 * Handles a message by an effect outside the database, at least once; the messages of a key one after another, as in a
 * mailbox.
 */
export const subscribeExternal = <N extends MessageName>(
  message: N,
  effect: (service: Service, delivery: Delivery<N>) => Promise<void>,
): Subscription<never> => ({
  message,
  handler(delivery, batch) {
    const { key } = delivery;
    const before = queues.get(batch) ?? new Map<string, Promise<void>>();
    const turn = (before.get(key) ?? Promise.resolve()).then(async () => {
      if (batch.failed.has(key)) throw blockedByKey();
      await effect(this, delivery as Delivery<N>).catch((error: unknown) => {
        batch.failed.add(key);
        throw error;
      });
    });
    // The next message of this key waits for it, however it ends.
    const done = turn.catch(() => {});
    queues.set(batch, before.set(key, done));
    return turn;
  },
});

const queues = new WeakMap<DeliveryBatch, Map<string, Promise<void>>>();

/** It was not tried, or something it needs is unavailable: not its own failure. */
const mustWait = (reason: unknown) => isTransient(reason) || isDisconnected(reason) || isBlockedByKey(reason);

function handle(service: Consuming, delivery: Delivery, batch: DeliveryBatch): Promise<unknown> {
  const subscription = service.schema.subscriptions.get(delivery.name);
  // Every node of this version subscribes: the relay is of another.
  if (!subscription)
    return Promise.reject(new Error(`${service.name} does not subscribe to ${delivery.name}`));
  return subscription.handler.call(service, delivery, batch);
}
