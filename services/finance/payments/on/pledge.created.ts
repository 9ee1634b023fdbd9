import { settingsOf } from '#lib/broker';
import { hearsFounding } from '#mixins/actors';
import { paymentActor } from '../payment.actor.ts';
import { open, paymentIdOf } from '../payment.rules.ts';

export default hearsFounding(
  'pledge.created',
  paymentActor,
  ({ pledge_id }) => paymentIdOf(pledge_id),
  open,
  ({ broker }, pledge) => ({ pledge, provider: settingsOf(broker).payment_provider }),
);
