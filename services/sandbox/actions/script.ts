import { fail } from '#lib/errors';
import { action } from '#lib/service';
import { world } from '#lib/world';
import { telling } from '#mixins/outbox';
import { findPayment } from '../sandbox-payment.store.ts';
import { webhookFor, type Verb } from '../sandbox-payment.ts';

/** The webhook is due once this has committed, and is sent until it is taken: the provider can't forget it either. */
const script = (verb: Verb) =>
  action(`sandbox.${verb}`, async function ({ params, requestID = null }) {
    const { id, amount } = params as { id: string; amount?: number };
    const payment = await findPayment(this.db, id);
    if (!payment) throw fail('PAYMENT_NOT_FOUND', { id });
    const webhook = webhookFor(payment, verb, { amount, fact_id: world.newId(), at: world.now() });
    const webhook_id = world.newId();
    await telling(this, { requestID }, (tx) =>
      tx.tell('sandbox.webhook_due', { payment_id: id, webhook_id, webhook }),
    );
    return { webhook_id, sent: webhook };
  });

export const scripts = (['authorize', 'capture', 'settle', 'fail', 'refund', 'dispute'] as const).map(script);
