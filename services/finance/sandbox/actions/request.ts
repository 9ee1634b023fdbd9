import { command } from '#mixins/actors';
import { sandboxPaymentActor } from '../sandbox-payment.actor.ts';
import { request } from '../sandbox-payment.rules.ts';

export default command('sandbox.request', sandboxPaymentActor, request, ({ reports }) => ({ reports }));
