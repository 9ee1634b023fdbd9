// The rules of an owner's thanks to the donors of a campaign. Pure functions.
import type { CampaignView, MessageOf, Params, Thanks } from '#contracts';
import { fail } from '#lib/errors';
import { addMs, uuidv5, type Instant } from '#lib/world';
import { becomes, type CommandContext, type Decision } from '#mixins/actors/decision';

/** Thanks as they are kept: with the last pledge whose donor was looked at. */
export type ThanksState = Thanks & { thanked_to: string | null };

type ThanksDecision = Decision<ThanksState, MessageOf<'pledges'>>;

const DAY_MS = 24 * 3600_000;

const dayOf = (at: Instant) => at.slice(0, 'YYYY-MM-DD'.length);

/** A campaign thanks once a day: whoever asks, however often. */
export const thanksIdOf = (campaign_id: string, at: Instant): string =>
  uuidv5(`thanks of ${campaign_id} on ${dayOf(at)}`);

export interface ThanksWish {
  wish: Params<'pledges.thank'>;
  campaign: CampaignView;
  has_donors: boolean;
}

/** For the campaign's owner. Throws CAMPAIGN_NOT_FOUND, PERMISSION_DENIED, NOBODY_TO_THANK, THANKED_TODAY. */
export function thank(
  earlier: ThanksState | undefined,
  { wish, campaign, has_donors }: ThanksWish,
  { key, caller, now }: CommandContext,
): ThanksDecision {
  const { campaign_id, subject = null, message } = wish;
  const { owner_id, status } = campaign;
  if (caller?.user_id !== owner_id) {
    // Somebody else's draft is nobody's business: not even that there is one.
    throw status === 'DRAFT' ? fail('CAMPAIGN_NOT_FOUND', { id: campaign_id }) : fail('PERMISSION_DENIED');
  }
  if (earlier) throw fail('THANKED_TODAY', { again_at: nextDay(earlier.created_at) });
  if (!has_donors) throw fail('NOBODY_TO_THANK', { campaign_id });
  return becomes<ThanksState>({
    id: key,
    campaign_id,
    owner_id,
    subject,
    message,
    status: 'SENDING',
    thanked_to: null,
    created_at: now,
    version: 0,
  }).scheduling('pledges.thanks', key, now);
}

const nextDay = (at: Instant) => `${dayOf(addMs(at, DAY_MS))}T00:00:00.000Z`;

export interface Page {
  /** What the page was read after. */
  after: string | null;
  given: readonly { pledge_id: string; donor_id: string; is_thanked: boolean }[];
  is_last: boolean;
}

/** A page of pledges: each donor who was not thanked is, once. A page that was done already changes nothing. */
export function thankDonors(
  thanks: ThanksState,
  { after, given, is_last }: Page,
  { now }: Pick<CommandContext, 'now'>,
): ThanksDecision {
  const { id: thanks_id, campaign_id } = thanks;
  if (thanks.status === 'SENT' || thanks.thanked_to !== after) return becomes(thanks);
  const thanked_to = given.at(-1)?.pledge_id ?? after;
  const unthanked = new Map(
    given.filter(({ is_thanked }) => !is_thanked).map(({ donor_id, pledge_id }) => [donor_id, pledge_id]),
  );
  const decision = [...unthanked].reduce<ThanksDecision>(
    (told, [donor_id, pledge_id]) =>
      told
        .recording('thanked_donors', { thanks_id, donor_id, at: now })
        .publishing('donor.thanked', { thanks_id, pledge_id, campaign_id }),
    becomes({ ...thanks, thanked_to, status: is_last ? 'SENT' : thanks.status }),
  );
  return is_last ? decision : decision.scheduling('pledges.thanks', thanks_id, now);
}
