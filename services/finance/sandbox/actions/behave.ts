import { command } from '#mixins/actors';
import { behave } from '../sandbox-payment.rules.ts';
import { sandboxPaymentActor } from '../sandbox-payment.store.ts';

export default command('sandbox.behave', {
  actor: sandboxPaymentActor,
  rule: behave,
  reply: (payment) => payment,
});
