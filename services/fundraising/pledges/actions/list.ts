import type { Params } from '#contracts';
import { may, ownsOrMay } from '#lib/caller';
import { fail } from '#lib/errors';
import { action, type Ctx, type Service } from '#lib/service';
import { pageQuery, toPage } from '#lib/pagination';
import { campaignOf } from '../campaign.view.ts';
import { paymentUrlOf } from '../payment-url.ts';
import { listPledges, seenByOwner } from '../pledge.store.ts';

export default action('pledges.list', async function (ctx) {
  const { campaign_id = null, status = null } = ctx.params;
  const caller = ctx.meta.caller!;
  const { user_id } = caller;
  const page = pageQuery(ctx.params);
  const readsAny = may(caller, 'pledges:read_any');
  const isOwner = !readsAny && campaign_id !== null && (await isOwned(this, ctx, campaign_id));
  const donor_id = readsAny || isOwner ? null : user_id;
  const pledges = await listPledges(this.db, { donor_id, campaign_id, status, ...page });
  const seen = isOwner
    ? pledges.map((pledge) => (pledge.donor_id === user_id ? pledge : seenByOwner(pledge)))
    : pledges;
  return toPage(
    seen.map((pledge) => ({ ...pledge, payment_url: paymentUrlOf(this, pledge) })),
    page,
  );
});

/** Throws CAMPAIGN_NOT_FOUND, also for somebody else's draft. */
async function isOwned(service: Service, ctx: Ctx<Params<'pledges.list'>>, campaign_id: string) {
  const { owner_id, status } = await campaignOf(service, ctx, campaign_id);
  const isHis = ownsOrMay(ctx.meta.caller, owner_id, 'campaigns:manage', `campaign:${campaign_id}`);
  if (status === 'DRAFT' && !isHis) throw fail('CAMPAIGN_NOT_FOUND', { id: campaign_id });
  return isHis;
}
