import { hears } from '#mixins/actors';
import { paymentActor } from '../payment.actor.ts';
import { giveUp, paymentIdOf } from '../payment.rules.ts';

export default hears('pledge.expired', paymentActor, ({ pledge_id }) => paymentIdOf(pledge_id), giveUp);
