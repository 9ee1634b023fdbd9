import { fail } from '#lib/errors';
import { action } from '#lib/service';
import { byLink } from '../guest-link.ts';
import { paymentUrlOf } from '../payment-url.ts';
import { pledgePage } from '../pledge.page.ts';
import { findPledge } from '../pledge.store.ts';

export default action('pledges.page', async function (ctx) {
  const { id, token } = ctx.params;
  // Before it is looked for: to who has no link, none exists.
  const found = byLink(this, ctx).has_link ? await findPledge(this.db, id) : undefined;
  if (!found || found.owned.erased_at !== null || token === undefined) throw fail('PLEDGE_NOT_FOUND', { id });
  const { pledge } = found;
  const { title } = await ctx.call('campaigns.get', { id: pledge.campaign_id });
  return pledgePage({ pledge, title, payment_url: paymentUrlOf(this, pledge), token });
});
