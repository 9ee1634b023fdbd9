import { command } from '#mixins/actors';
import { reverse } from '../payout.rules.ts';
import { payoutActor } from '../payout.store.ts';

export default command('payments.reverse_payout', {
  actor: payoutActor,
  rule: reverse,
  reply: (payout) => payout,
});
