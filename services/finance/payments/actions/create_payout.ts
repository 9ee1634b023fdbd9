import type { Params, Payout } from '#contracts';
import { founding } from '#mixins/actors';
import { payoutActor } from '../payout.actor.ts';
import { book } from '../payout.rules.ts';

export default founding<'payments.create_payout', Payout, Params<'payments.create_payout'>>(
  'payments.create_payout',
  payoutActor,
  book,
  (_service, ctx) => ctx.params,
  (payout) => payout,
);
