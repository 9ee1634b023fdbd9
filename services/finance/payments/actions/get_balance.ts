import { may } from '#lib/caller';
import { fail } from '#lib/errors';
import { action } from '#lib/service';
import { beneficiaryOf } from '../beneficiary.ts';
import { readBalance } from '../beneficiary.store.ts';

export default action('payments.get_balance', async function (ctx) {
  const { beneficiary } = ctx.params;
  const caller = ctx.meta.caller!;
  const holder = await beneficiaryOf(this, ctx, beneficiary);
  // To a stranger it does not exist: what it has is nobody's business.
  if (holder.owner_id !== caller.user_id && !may(caller, 'balances:read_any', beneficiary))
    throw fail('BENEFICIARY_NOT_FOUND', { beneficiary });
  return readBalance(this.db, holder);
});
