import { may } from '#lib/caller';
import { fail } from '#lib/errors';
import { toExportPage } from '#lib/pagination';
import { action } from '#lib/service';
import { readPayoutsTo } from '../payment-export.store.ts';

export default action('payments.export_campaign_payouts', async function (ctx) {
  const { campaign_id, cursor } = ctx.params;
  const caller = ctx.meta.caller!;
  const { owner_id, status } = await ctx.call('campaigns.read_view', { id: campaign_id });
  if (owner_id !== caller.user_id && !may(caller, 'balances:read_any', `campaign:${campaign_id}`)) {
    // Nobody else may know of a draft.
    if (status === 'DRAFT') throw fail('CAMPAIGN_NOT_FOUND', { id: campaign_id });
    throw fail('PERMISSION_DENIED', { campaign_id });
  }
  return toExportPage(await readPayoutsTo(this.db, `campaign:${campaign_id}`, cursor), ({ id }) => id);
});
