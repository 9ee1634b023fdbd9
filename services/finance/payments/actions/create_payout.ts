import { createCommand } from '#mixins/actors';
import { beneficiaryOf } from '../beneficiary.ts';
import { readBalance } from '../beneficiary.store.ts';
import { book } from '../payout.rules.ts';
import { payoutActor } from '../payout.store.ts';

export default createCommand('payments.create_payout', {
  actor: payoutActor,
  rule: book,
  load: async (service, ctx) => {
    const beneficiary = await beneficiaryOf(service, ctx, ctx.params.beneficiary);
    const { pending } = await readBalance(service.db, beneficiary);
    return {
      wanted: ctx.params,
      holder: { is_called_off: beneficiary.is_called_off, pending_amount: pending },
    };
  },
  reply: (payout) => payout,
});
