import { command } from '#mixins/actors';
import { pay } from '../payout.rules.ts';
import { payoutActor } from '../payout.store.ts';

export default command('payments.confirm_payout', {
  actor: payoutActor,
  rule: pay,
  reply: (payout) => payout,
});
