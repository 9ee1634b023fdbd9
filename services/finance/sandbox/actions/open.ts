import { settingsOf } from '#lib/broker';
import { action } from '#lib/service';
import { ask } from '#mixins/actors';
import { open } from '../sandbox-payment.rules.ts';
import { sandboxPaymentActor } from '../sandbox-payment.store.ts';

/** The platform chooses the payment's id: the same id opens the same payment. */
export default action('sandbox.open', async function ({ params, requestID = null }) {
  await ask(this, sandboxPaymentActor, {
    name: 'sandbox.open',
    mode: 'upsert',
    rule: open,
    input: params,
    key: params.id,
    command_id: null,
    input_hash: null,
    caller: undefined,
    user_id: null,
    causation_id: requestID,
    reply: () => undefined,
  });
  return { checkout_url: `${settingsOf(this.broker).public_url}/sandbox/payments/${params.id}` };
});
