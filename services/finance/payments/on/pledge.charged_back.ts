import { hears } from '#mixins/actors';
import { takeChargedBack } from '../books.ts';
import { paymentActor } from '../payment.actor.ts';
import { paymentIdOf } from '../payment.ts';

export default hears(
  'pledge.charged_back',
  paymentActor,
  ({ pledge_id }) => paymentIdOf(pledge_id),
  takeChargedBack,
);
