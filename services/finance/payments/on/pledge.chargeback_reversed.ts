import { hears } from '#mixins/actors';
import { giving } from '../books.ts';
import { paymentActor } from '../payment.actor.ts';
import { paymentIdOf } from '../payment.ts';

export default hears(
  'pledge.chargeback_reversed',
  paymentActor,
  ({ pledge_id }) => paymentIdOf(pledge_id),
  giving('chargeback_reversed'),
);
