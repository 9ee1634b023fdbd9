import type { Params, Payout } from '#contracts';
import { founding } from '#mixins/actors';
import { payoutActor } from '../payout.actor.ts';
import { book } from '../payout.rules.ts';

export default founding<'payments.payout', Payout, Params<'payments.payout'>>(
  'payments.payout',
  payoutActor,
  book,
  (_service, ctx) => ctx.params,
  (payout) => payout,
);
