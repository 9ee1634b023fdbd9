import { hears } from '#mixins/actors';
import { paymentActor } from '../payment.actor.ts';
import { paymentIdOf, wantRefund } from '../payment.rules.ts';

export default hears(
  'pledge.refund_requested',
  paymentActor,
  ({ pledge_id }) => paymentIdOf(pledge_id),
  wantRefund,
);
