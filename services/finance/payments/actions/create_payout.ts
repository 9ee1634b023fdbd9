import { createCommand } from '#mixins/actors';
import { book } from '../payout.rules.ts';
import { payoutActor } from '../payout.store.ts';

export default createCommand('payments.create_payout', {
  actor: payoutActor,
  rule: book,
  reply: (payout) => payout,
});
