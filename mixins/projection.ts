import type { MessageName } from '#contracts';
import { planned } from '#lib/database';
import type { Delivery, Service, Subscription } from '#lib/service';
import { hash } from 'node:crypto';
import { mailbox, type MailboxEntry, type Mailbox } from '#mixins/actors/mailbox';

interface Projected extends MailboxEntry {
  delivery: Delivery;
}

interface Projection<N extends MessageName, Row> {
  messages: readonly N[];
  /**
   * The SQL statement that applies a batch of deliveries ($1, a JSON list of them). It must apply each once, by the inbox or
   * by a version; its effect must not depend on the order of the messages in a batch.
   */
  apply: string;
  /** Called with the rows that the statement returned, after the commit. */
  applied?: (service: Service, rows: Row[]) => void;
  /** Called after a message was applied, at least once. */
  after?: (service: Service, delivery: Delivery<N>) => Promise<void> | void;
}

/** A read model that one SQL statement updates: the subscriptions for it. */
export function projection<N extends MessageName, Row = never>(
  definition: Projection<N, Row>,
): Subscription<never>[] {
  const mailboxes = new WeakMap<Service, Mailbox<Projected>>();

  function mailboxOf(service: Service): Mailbox<Projected> {
    const known = mailboxes.get(service);
    if (known) return known;
    const box = mailbox((batch: Projected[]) => applyBatch(service, definition, batch));
    mailboxes.set(service, box);
    return box;
  }

  return definition.messages.map((message) => ({
    message,
    async handler(delivery, delivery_batch) {
      const box = mailboxOf(this);
      await new Promise((resolve, reject) =>
        box.put({ key: delivery.key, delivery, delivery_batch, resolve, reject }),
      );
      await definition.after?.(this, delivery as Delivery<N>);
    },
  }));
}

async function applyBatch<N extends MessageName, Row>(
  service: Service,
  { apply, applied }: Projection<N, Row>,
  batch: Projected[],
): Promise<void> {
  const deliveries = batch.map(({ delivery: { id, name, payload, published_at } }) => ({
    id,
    name,
    payload,
    published_at,
  }));
  const { rows } = await service.db.query({
    // A service may have several: a prepared statement has a name of its own.
    name: planned(`projection ${hash('md5', apply)}`),
    text: apply,
    values: [JSON.stringify(deliveries)],
  });
  for (const { resolve } of batch) resolve(undefined);
  applied?.(service, rows as Row[]);
}
