import { command } from '#mixins/actors';
import { wantCapture } from '../payment.rules.ts';
import { paymentActor, shown } from '../payment.store.ts';

export default command('payments.capture', { actor: paymentActor, rule: wantCapture, reply: shown });
