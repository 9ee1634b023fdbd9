import { may, ownsOrMay } from '#lib/caller';
import { fail } from '#lib/errors';
import { action } from '#lib/service';
import { campaignOf } from '../campaign.view.ts';
import { byLink } from '../guest-link.ts';
import { paymentUrlOf } from '../payment-url.ts';
import { findPledge, seenByOwner } from '../pledge.store.ts';
import { isDonor } from '../donor.rules.ts';

export default action('pledges.get', async function (ctx) {
  const { id } = ctx.params;
  const { caller } = ctx.meta;
  const found = await findPledge(this.db, id);
  if (!found) throw fail('PLEDGE_NOT_FOUND', { id });
  const { pledge, owned } = found;
  const payment_url = paymentUrlOf(this, pledge);
  if (isDonor(owned, byLink(this, ctx), caller?.user_id) || may(caller, 'pledges:read_any'))
    return { ...pledge, payment_url };
  const { campaign_id, owner_id } = await campaignOf(this, ctx, pledge.campaign_id);
  // To a stranger it does not exist: whether it does is nobody's business.
  if (!ownsOrMay(caller, owner_id, 'campaigns:manage', `campaign:${campaign_id}`))
    throw fail('PLEDGE_NOT_FOUND', { id });
  return { ...seenByOwner(pledge), payment_url };
});
