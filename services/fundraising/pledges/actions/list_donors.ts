import { action, type Calls } from '#lib/service';
import { pageQuery, toPage } from '#lib/pagination';
import { ownsOrMay } from '#lib/caller';
import { fail } from '#lib/errors';
import { campaignOf } from '../campaign.view.ts';
import { listGifts, type Gift } from '../donors.store.ts';

export default action('pledges.list_donors', async function (ctx) {
  const { campaign_id } = ctx.params;
  const { status, owner_id } = await campaignOf(this, ctx, campaign_id);
  // Somebody else's draft is nobody's business.
  if (
    status === 'DRAFT' &&
    !ownsOrMay(ctx.meta.caller, owner_id, 'campaigns:read_any', `campaign:${campaign_id}`)
  )
    throw fail('CAMPAIGN_NOT_FOUND', { id: campaign_id });
  const page = pageQuery(ctx.params);
  const { data, next_cursor } = toPage(await listGifts(this.db, { campaign_id, ...page }), page);
  const names = await namesOf(ctx, data);
  return { data: data.map((gift) => shownOnWall(gift, names)), next_cursor };
});

/** The names of accounts as they are now, of a whole page at once: what a user renames or deletes is not kept here. */
async function namesOf(calls: Calls, gifts: Gift[]): Promise<Map<string, string>> {
  const accounts = gifts.filter(({ donor, anonymous }) => !donor && !anonymous);
  const user_ids = [...new Set(accounts.map(({ donor_id }) => donor_id))];
  if (user_ids.length === 0) return new Map();
  const { data } = await calls.call('users.read_contacts', { user_ids });
  return new Map(data.map(({ user_id, name }) => [user_id, name]));
}

function shownOnWall(gift: Gift, names: Map<string, string>) {
  const { donor_id, donor, anonymous, message, message_hidden, amount, currency, created_at } = gift;
  const name = donor ? firstNameIn(donor.name) : (names.get(donor_id) ?? null);
  return {
    name: anonymous ? null : name,
    message: message_hidden ? null : message,
    amount,
    currency,
    at: created_at,
  };
}

/** A guest wrote their name for a receipt, not for a wall. */
const firstNameIn = (name: string) => name.trim().split(/\s+/)[0]!;
