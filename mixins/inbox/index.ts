// How a service hears: each message once, in the order of its key; what it can't take is kept as a dead letter.
import { isDisconnected } from '#lib/database';
import { fail, isTransient } from '#lib/errors';
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

/** What has not had its effect: by its own failure, or because something was away or failed before it. */
export interface Heard {
  failed: { id: string; error: string }[];
  waiting: string[];
}

/** A message that failed as often as it may, as it is kept and shown. */
export interface DeadLetter {
  message_id: string;
  message: Delivery;
  error: string;
  attempts: number;
  died_at: string;
}

type Listening = Service & { schema: { subscriptions: Map<string, Subscription> } };
interface Given<P> {
  params: P;
}

export const inbox = defineMixin<Listening>({
  actions: {
    /** Takes an envelope of deliveries, in order. What is in neither list has been committed. */
    hear: {
      visibility: 'public',
      async handler({ params: { deliveries } }: Given<{ deliveries: Delivery[] }>): Promise<Heard> {
        const envelope: DeliveryBatch = { failed: new Set() };
        const outcomes = await Promise.allSettled(
          deliveries.map((delivery) => hear(this, delivery, envelope)),
        );
        const heard: Heard = { failed: [], waiting: [] };
        for (const [i, outcome] of outcomes.entries()) {
          const { id } = deliveries[i]!;
          if (outcome.status === 'fulfilled') continue;
          if (mustWait(outcome.reason)) heard.waiting.push(id);
          else heard.failed.push({ id, error: String(outcome.reason) });
        }
        return heard;
      },
    },

    /** Keeps a message that failed as often as it may. */
    bury: {
      visibility: 'public',
      async handler({ params }: Given<{ delivery: Delivery; error: string; attempts: number }>) {
        const { delivery, error, attempts } = params;
        await this.db.query(
          `insert into dead_letters (message_id, message, error, attempts) values ($1, $2, $3, $4)
           on conflict (message_id) do update set error = excluded.error, attempts = excluded.attempts`,
          [delivery.id, JSON.stringify(delivery), textOf(error), attempts],
        );
      },
    },

    /** The oldest 1,000 dead letters; of `message_id`, that one. */
    deadLetters: {
      visibility: 'public',
      async handler({ params: { message_id = null } }: Given<{ message_id?: string | null }>) {
        const { rows } = await this.db.query<DeadLetter>(
          'select * from dead_letters where $1::uuid is null or message_id = $1 order by died_at limit 1000',
          [message_id],
        );
        return rows;
      },
    },

    /** What this service has still to tell, to hear and to do. */
    backlog: {
      visibility: 'public',
      handler(): Promise<OwnBacklog> {
        return readBacklog(this.db);
      },
    },

    /** Hears a dead letter once more. It is forgotten when its effect is committed; else it stays, with the new error. */
    retryDeadLetter: {
      visibility: 'public',
      async handler({ params: { message_id } }: Given<{ message_id: string }>) {
        const { rows } = await this.db.query<DeadLetter>('select * from dead_letters where message_id = $1', [
          message_id,
        ]);
        const letter = rows[0];
        if (!letter) throw fail('DEAD_LETTER_NOT_FOUND', { message_id });
        try {
          await hear(this, letter.message, { failed: new Set() });
        } catch (error) {
          await this.db.query(
            'update dead_letters set error = $2, attempts = attempts + 1 where message_id = $1',
            [message_id, textOf(String(error))],
          );
          throw error;
        }
        await this.db.query('delete from dead_letters where message_id = $1', [message_id]);
      },
    },
  },
});

/**
 * Hears by an effect outside the database, at least once: the messages of a key one after another, as in a mailbox.
 */
export const hearsOutside = <N extends MessageName>(
  name: N,
  effect: (service: Service, delivery: Delivery<N>) => Promise<void>,
): Subscription => ({
  message: name,
  handler(delivery, envelope) {
    const { key } = delivery;
    const before = queues.get(envelope) ?? new Map<string, Promise<void>>();
    const turn = (before.get(key) ?? Promise.resolve()).then(async () => {
      if (envelope.failed.has(key)) throw blockedByKey();
      await effect(this, delivery as Delivery<N>).catch((error: unknown) => {
        envelope.failed.add(key);
        throw error;
      });
    });
    queues.set(
      envelope,
      before.set(
        key,
        turn.catch(() => {}),
      ),
    );
    return turn;
  },
});

const queues = new WeakMap<DeliveryBatch, Map<string, Promise<void>>>();

/** As Postgres can keep it: a text there holds no NUL. */
const textOf = (error: string) => error.replaceAll('\0', '');

/** It was not tried, or something it needs is away: no failure of its own. */
const mustWait = (reason: unknown) => isTransient(reason) || isDisconnected(reason) || isBlockedByKey(reason);

function hear(service: Listening, delivery: Delivery, envelope: DeliveryBatch): Promise<unknown> {
  const hearing = service.schema.subscriptions.get(delivery.name);
  // The contracts are checked against the services at start: this is a node of another version.
  if (!hearing) return Promise.reject(new Error(`${service.name} does not hear ${delivery.name}`));
  return hearing.handler.call(service, delivery, envelope);
}
