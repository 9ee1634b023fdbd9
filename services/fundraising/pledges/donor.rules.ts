// Whose a pledge is: who may act as its donor, how an account claims what it gave as a guest, and how a donor is erased. Pure functions.
import { fail } from '#lib/errors';
import { becomes, type CommandContext, type Decision } from '#mixins/actors/decision';
import { announcement } from './pledge-effects.rules.ts';
import type { PledgeMessage, PledgeState } from './pledge-state.rules.ts';

/** Whether who calls came by the link that a guest was sent. */
export interface ByLink {
  has_link: boolean;
}

/** What says whose a pledge is. */
export type Owned = Pick<PledgeState, 'donor_id' | 'guest_id' | 'erased_at'>;

/** For its donor: who is signed in as such, or a guest by their link, also once an account has claimed it. Nobody is, once erased. */
export const isDonor = (
  { donor_id, guest_id, erased_at }: Owned,
  { has_link }: ByLink,
  user_id: string | undefined,
): boolean => erased_at === null && (user_id === donor_id || (has_link && guest_id !== null));

/**
 * The account that has verified the guest's address gets the pledge. The guest's name and address go: the account has its own.
 * What the guest has had erased stays nobody's.
 */
export function claim(
  pledge: PledgeState,
  { guest_id, user_id }: { guest_id: string; user_id: string },
): Decision<PledgeState, PledgeMessage> {
  if (pledge.donor_id !== guest_id || pledge.erased_at !== null) return becomes(pledge);
  const claimed = { ...pledge, donor_id: user_id, donor: null };
  return becomes(claimed).publishing('pledge.claimed', announcement(claimed));
}

/** Who gave is forgotten; what was given, and what is under way with it, stays. `donor_id` stays as well, the name of nobody. */
export function erase(
  pledge: PledgeState,
  _input: unknown,
  { now }: Pick<CommandContext, 'now'>,
): Decision<PledgeState, PledgeMessage> {
  if (pledge.erased_at !== null) return becomes(pledge);
  const { id: pledge_id, campaign_id, donor_id, subscription_id } = pledge;
  const erased = { ...pledge, donor: null, message: null, anonymous: true, erased_at: now };
  return becomes(erased).publishing('pledge.erased', {
    pledge_id,
    campaign_id,
    donor_id,
    ...(subscription_id !== null && { subscription_id }),
  });
}

/** At a guest's wish, by the link to one of their pledges: the others follow. Throws PLEDGE_NOT_FOUND, PLEDGE_OF_ACCOUNT. */
export function askErasure(
  pledge: PledgeState,
  link: ByLink,
  context: CommandContext,
): Decision<PledgeState, PledgeMessage> {
  const { id, donor_id, guest_id } = pledge;
  if (!isDonor(pledge, link, context.caller?.user_id)) throw fail('PLEDGE_NOT_FOUND', { id });
  if (donor_id !== guest_id) throw fail('PLEDGE_OF_ACCOUNT', { id });
  return erase(pledge, {}, context).scheduling('pledges.erasure', donor_id, context.now, {
    until: context.now,
  });
}
