import type { MessageName } from '#contracts';
import { planned } from '#lib/database';
import { defineMixin, type Delivery, type Subscription, type Service } from '#lib/service';
import { mailbox, type Entry, type Mailbox } from '#mixins/actors/mailbox';

interface Told extends Entry {
  delivery: Delivery;
}

type Projecting = Service & { projection: Mailbox<Told> };

/**
 * A read model kept by one SQL statement that applies a batch of deliveries ($1, a JSON list of them). It must take
 * each once, by the inbox or by a version; what it does with the messages of a batch must not depend on their order.
 * `applied` is told what it returned, once that is committed.
 */
export const projection = <Row = never>(apply: string, applied?: (service: Service, rows: Row[]) => void) =>
  defineMixin<Projecting>({
    created() {
      this.projection = mailbox<Told>(async (batch) => {
        const deliveries = batch.map(({ delivery: { id, name, payload, at } }) => ({
          id,
          name,
          payload,
          at,
        }));
        const { rows } = await this.db.query({
          name: planned('projection.apply'),
          text: apply,
          values: [JSON.stringify(deliveries)],
        });
        for (const { resolve } of batch) resolve(undefined);
        applied?.(this, rows as Row[]);
      });
    },
  });

/** Hands a message to the projection; resolves once it is applied and committed. `after` is then told. */
export const projects = <N extends MessageName>(
  name: N,
  after?: (service: Service, payload: Delivery<N>['payload']) => void,
): Subscription => ({
  message: name,
  async handler(delivery, envelope) {
    const { projection } = this as Projecting;
    const { key, payload } = delivery;
    await new Promise((resolve, reject) => projection.put({ key, delivery, envelope, resolve, reject }));
    after?.(this, payload);
  },
});
