import { command } from '#mixins/actors';
import { paymentActor } from '../payment.actor.ts';
import { shown } from '../payment.store.ts';
import { wantCapture } from '../payment.rules.ts';

export default command('payments.capture', paymentActor, wantCapture, shown);
