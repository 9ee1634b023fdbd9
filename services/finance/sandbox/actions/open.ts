import { settingsOf } from '#lib/broker';
import { action } from '#lib/service';
import { ask } from '#mixins/actors';
import { sandboxPaymentActor } from '../sandbox-payment.actor.ts';
import { open } from '../sandbox-payment.rules.ts';

export default action('sandbox.open', async function ({ params, requestID = null }) {
  await ask(this, sandboxPaymentActor, {
    ...{ name: 'sandbox.open', mode: 'founding', rule: open, input: params, key: params.id },
    ...{ command_id: null, input_hash: null, by: undefined, on_behalf_of: null, cause: requestID },
    answer: () => undefined,
  });
  return { checkout_url: `${settingsOf(this.broker).public_url}/sandbox/payments/${params.id}` };
});
