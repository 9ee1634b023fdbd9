import { command } from '#mixins/actors';
import { failPayout } from '../payout.rules.ts';
import { payoutActor } from '../payout.store.ts';

export default command('payments.fail_payout', {
  actor: payoutActor,
  rule: failPayout,
  reply: (payout) => payout,
});
