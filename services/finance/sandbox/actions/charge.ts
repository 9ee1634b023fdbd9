import { action } from '#lib/service';
import { apply } from '#mixins/actors';
import { charge } from '../mandate.rules.ts';
import { mandateOf } from '../mandate.store.ts';
import { upsert } from '../opening.ts';
import { open } from '../sandbox-payment.rules.ts';
import { sandboxPaymentActor } from '../sandbox-payment.store.ts';

export default action('sandbox.charge', async function ({ params, requestID: causation_id = null }) {
  const { mandate_id, ...payment } = params;
  const name = 'sandbox.charge';
  const { id: key } = payment;
  const input = await mandateOf(this.db, mandate_id);
  await upsert(this, sandboxPaymentActor, { name, key, rule: open, input: payment, causation_id });
  await apply(this, sandboxPaymentActor, { name, key, rule: charge, input, command_id: null, causation_id });
  return {};
});
