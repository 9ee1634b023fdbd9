import { hears } from '#mixins/actors';
import { debitRefund } from '../postings.rules.ts';
import { paymentActor } from '../payment.actor.ts';
import { paymentIdOf } from '../payment.rules.ts';

export default hears('pledge.refunded', paymentActor, ({ pledge_id }) => paymentIdOf(pledge_id), debitRefund);
