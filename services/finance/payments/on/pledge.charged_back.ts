import { hears } from '#mixins/actors';
import { debitChargeback } from '../postings.rules.ts';
import { paymentActor } from '../payment.actor.ts';
import { paymentIdOf } from '../payment.rules.ts';

export default hears(
  'pledge.charged_back',
  paymentActor,
  ({ pledge_id }) => paymentIdOf(pledge_id),
  debitChargeback,
);
