// Who may export the pledges of a campaign, and whose names the file has.
import { may, ownsOrMay } from '#lib/caller';
import { fail } from '#lib/errors';
import type { Calls, Ctx, Service } from '#lib/service';
import { campaignOf } from './campaign.view.ts';

/**
 * Whether the caller sees anonymous donors, as admins do; the campaign's owner does not. Throws PERMISSION_DENIED for everybody
 * else, and CAMPAIGN_NOT_FOUND, also for somebody else's draft.
 */
export async function seesAnonymous(service: Service, ctx: Ctx<{ campaign_id: string }>): Promise<boolean> {
  const { campaign_id } = ctx.params;
  const caller = ctx.meta.caller!;
  const { owner_id, status } = await campaignOf(service, ctx, campaign_id);
  if (may(caller, 'pledges:read_any')) return true;
  if (ownsOrMay(caller, owner_id, 'campaigns:manage', `campaign:${campaign_id}`)) return false;
  if (status === 'DRAFT') throw fail('CAMPAIGN_NOT_FOUND', { id: campaign_id });
  throw fail('PERMISSION_DENIED', { campaign_id });
}

interface Named {
  donor_id: string | null;
  donor_name: string | null;
  donor_email: string | null;
}

/** Rows with the names of donors who have an account: pledges know those of guests only. */
export async function withNames<R extends Named>(calls: Calls, rows: R[]): Promise<R[]> {
  const ids = rows.map(({ donor_id, donor_name }) => (donor_name === null ? donor_id : null));
  const user_ids = [...new Set(ids)].filter((id) => id !== null);
  if (user_ids.length === 0) return rows;
  const { data } = await calls.call('users.read_contacts', { user_ids });
  const users = new Map(data.map((user) => [user.user_id, user]));
  return rows.map((row) => {
    const user = row.donor_name === null && users.get(row.donor_id ?? '');
    return user ? { ...row, donor_name: user.name, donor_email: user.email } : row;
  });
}

/** A row without who gave, where that is to stay unknown. */
export const withoutAnonymous = <R extends Named & { anonymous: boolean }>(row: R): R =>
  row.anonymous ? { ...row, donor_id: null, donor_name: null, donor_email: null } : row;
