// How a service publishes: a message is a row that commits with the change behind it; the relay carries it to the bus.
import { messages as contracts, type MessageName, type Payload } from '#contracts';
import { settingsOf } from '#lib/broker';
import { transaction } from '#lib/database';
import { defineMixin, type Service } from '#lib/service';
import { world } from '#lib/world';
import type { Woken } from '#mixins/database.mixin';
import type { PoolClient } from 'pg';
import { DirectBus } from './direct.ts';
import { relay } from './relay.ts';

type Relaying = Woken & { stopRelay: AbortController; relaying: Promise<void> };

export const outbox = defineMixin<Relaying>({
  async started() {
    const warn = (what: string, error: unknown) => this.logger.warn(what, error);
    const { retry_delays_ms: delays_ms } = settingsOf(this.broker);
    const bus = new DirectBus({ broker: this.broker, delays_ms, warn });
    this.stopRelay = new AbortController();
    this.relaying = relay({ listener: this.listener, bus, warn }, this.stopRelay.signal);
  },
  async stopped() {
    this.stopRelay?.abort();
    await this.relaying;
  },
});

/** A transaction that can publish messages. The only other way to publish is an actor's decision. */
export interface PublishingTransaction extends Pick<PoolClient, 'query'> {
  publish<N extends MessageName>(name: N, payload: Payload<N>): Promise<void>;
}

/** Without an actor: runs `work` in a transaction of the service's database, and publishes when it commits. */
export const publishing = <T>(
  { db }: Service,
  from: { requestID?: string | null; user_id?: string | null },
  work: (tx: PublishingTransaction) => Promise<T>,
): Promise<T> =>
  transaction(db, (client) =>
    work({
      query: client.query.bind(client),
      async publish(name, payload) {
        const key = String((payload as Record<string, unknown>)[contracts[name].key]);
        await client.query({
          name: 'outbox.publish',
          text: `with published as (
              insert into outbox (message_id, name, key, payload, published_at, causation_id, user_id)
              values ($1, $2, $3, $4, $5, $6, $7))
            select pg_notify('outbox', '')`,
          values: [
            world.newId(),
            name,
            key,
            JSON.stringify(payload),
            world.now(),
            from.requestID ?? null,
            from.user_id ?? null,
          ],
        });
      },
    }),
  );
