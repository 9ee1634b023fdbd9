import { command } from '#mixins/actors';
import { request } from '../sandbox-payment.rules.ts';
import { sandboxPaymentActor } from '../sandbox-payment.store.ts';

export default command('sandbox.request', {
  actor: sandboxPaymentActor,
  rule: request,
  reply: ({ reports }) => ({ reports }),
});
