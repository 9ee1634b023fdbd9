import { settingsOf } from '#lib/broker';
import { action } from '#lib/service';
import { openMandate } from '../mandate.rules.ts';
import { sandboxMandateActor } from '../mandate.store.ts';
import { upsert } from '../opening.ts';
import { open } from '../sandbox-payment.rules.ts';
import { sandboxPaymentActor } from '../sandbox-payment.store.ts';

/** The platform chooses the payment's id: the same id opens the same payment. */
export default action('sandbox.open', async function ({ params, requestID: causation_id = null }) {
  const { mandate_id, ...payment } = params;
  const name = 'sandbox.open';
  const { id: key } = payment;
  if (mandate_id !== undefined)
    await upsert(this, sandboxMandateActor, {
      name,
      key: mandate_id,
      rule: openMandate,
      input: {},
      causation_id,
    });
  await upsert(this, sandboxPaymentActor, { name, key, rule: open, input: payment, causation_id });
  return { checkout_url: `${settingsOf(this.broker).public_url}/sandbox/payments/${key}` };
});
