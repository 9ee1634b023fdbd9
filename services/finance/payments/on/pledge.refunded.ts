import { hears } from '#mixins/actors';
import { takeRefunded } from '../books.ts';
import { paymentActor } from '../payment.actor.ts';
import { paymentIdOf } from '../payment.ts';

export default hears(
  'pledge.refunded',
  paymentActor,
  ({ pledge_id }) => paymentIdOf(pledge_id),
  takeRefunded,
);
