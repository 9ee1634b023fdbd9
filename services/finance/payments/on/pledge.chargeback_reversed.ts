import { hears } from '#mixins/actors';
import { creditCampaign } from '../postings.rules.ts';
import { paymentActor } from '../payment.actor.ts';
import { paymentIdOf } from '../payment.rules.ts';

export default hears(
  'pledge.chargeback_reversed',
  paymentActor,
  ({ pledge_id }) => paymentIdOf(pledge_id),
  creditCampaign('chargeback_reversed'),
);
