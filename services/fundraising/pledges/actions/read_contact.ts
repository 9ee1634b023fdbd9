import { fail } from '#lib/errors';
import { action } from '#lib/service';
import { pledgeStore } from '../pledge.store.ts';

export default action('pledges.read_contact', async function (ctx) {
  const { pledge_id } = ctx.params;
  const [pledge] = await pledgeStore.load(this.db, [pledge_id], false);
  if (!pledge) throw fail('PLEDGE_NOT_FOUND', { id: pledge_id });
  const { campaign_id, donor, donor_id, anonymous } = pledge;
  const about = { pledge_id, campaign_id, anonymous };
  if (donor) return { ...about, user_id: null, name: donor.name, address: donor.email };
  const { name, email } = await ctx.call('users.get', { user_id: donor_id });
  return { ...about, user_id: donor_id, name, address: email };
});
