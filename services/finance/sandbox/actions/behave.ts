import { command } from '#mixins/actors';
import { sandboxPaymentActor } from '../sandbox-payment.actor.ts';
import { behave } from '../sandbox-payment.rules.ts';

export default command('sandbox.behave', sandboxPaymentActor, behave, (payment) => payment);
