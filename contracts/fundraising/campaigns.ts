import { Type, type Static } from '@sinclair/typebox';
import {
  defineAction,
  Amount,
  Currency,
  exactly,
  Id,
  defineMessage,
  nullable,
  paginated,
  pagination,
  stringEnum,
  Time,
  defineTimer,
} from '../define.ts';
import { described, Line, Text } from '../text.ts';

export const campaignStatuses = ['DRAFT', 'PUBLISHED', 'CLOSED', 'CANCELLED'] as const;

/** Whether a campaign keeps what it gets, or only if that reaches its goal. */
export const Funding = stringEnum(['flexible', 'all_or_nothing']);

/** Why a campaign was cancelled: by its owner or an admin, or because it is all or nothing and missed its goal. */
export const cancelReasons = ['called_off', 'goal_missed'] as const;

const CancelledBecause = nullable(stringEnum(cancelReasons));

const wish = {
  title: Line(200),
  description: Text(10_000),
  goal_amount: Amount,
  currency: Currency,
};

export const Campaign = exactly({
  id: Id,
  owner_id: Id,
  ...wish,
  funding: Funding,
  ends_at: nullable(Time),
  status: stringEnum(campaignStatuses),
  cancelled_because: CancelledBecause,
  raised_amount: Type.Integer({ description: 'minor units: captured - refunded - charged back' }),
  published_at: nullable(Time),
  funded_at: nullable(Time),
  decided_at: Type.Union([Time, Type.Null()], {
    description: 'when an all-or-nothing campaign that had ended was found to keep its money, or not',
  }),
  created_at: Time,
  version: Type.Integer(),
});
export type Campaign = Static<typeof Campaign>;

/** What other services need to know: whether the campaign takes pledges, until when and in which currency. */
export const CampaignView = exactly({
  campaign_id: Id,
  owner_id: Id,
  currency: Currency,
  funding: Funding,
  status: stringEnum(campaignStatuses),
  cancelled_because: CancelledBecause,
  ends_at: nullable(Time),
  /** `held`: its money may have to go back to its donors, and must not leave; `barred`: it goes back. */
  payouts: stringEnum(['open', 'held', 'barred']),
  version: Type.Integer(),
});
export type CampaignView = Static<typeof CampaignView>;

const one = exactly({ id: Id });

export const actions = {
  'campaigns.create': defineAction({
    summary: 'Creates a campaign as a draft.',
    permission: 'campaigns:create',
    route: 'POST /api/campaigns',
    status: 201,
    location: '/api/campaigns/:id',
    idempotency: 'accepted',
    params: exactly({
      ...wish,
      funding: Type.Optional(Funding),
      ends_at: Type.Optional(nullable(Time)),
    }),
    result: Campaign,
    errors: ['AMOUNT_NOT_PAYABLE'],
  }),
  'campaigns.publish': defineAction({
    summary: 'Publishes a campaign: it takes pledges. For its owner and admins.',
    permission: 'campaigns:update',
    route: 'POST /api/campaigns/:id/publish',
    idempotency: 'accepted',
    params: one,
    result: Campaign,
    errors: ['CAMPAIGN_NOT_FOUND', 'PERMISSION_DENIED', 'CAMPAIGN_ENDED', 'TRANSITION_NOT_ALLOWED'],
  }),
  'campaigns.close': defineAction({
    summary:
      'Closes a campaign: it takes no more pledges. An all-or-nothing one is decided some time later. For its owner and admins.',
    permission: 'campaigns:update',
    route: 'POST /api/campaigns/:id/close',
    idempotency: 'accepted',
    params: one,
    result: Campaign,
    errors: ['CAMPAIGN_NOT_FOUND', 'PERMISSION_DENIED', 'TRANSITION_NOT_ALLOWED'],
  }),
  'campaigns.cancel': defineAction({
    summary:
      'Cancels a campaign: its open pledges are cancelled, its captured pledges refunded. For its owner and admins.',
    permission: 'campaigns:update',
    route: 'POST /api/campaigns/:id/cancel',
    idempotency: 'accepted',
    params: one,
    result: Campaign,
    errors: ['CAMPAIGN_NOT_FOUND', 'PERMISSION_DENIED', 'TRANSITION_NOT_ALLOWED'],
  }),
  'campaigns.update': defineAction({
    summary:
      'Updates a campaign that has not ended; its currency cannot change, nor can the terms of an all-or-nothing one that is published. For its owner and admins.',
    permission: 'campaigns:update',
    route: 'PATCH /api/campaigns/:id',
    idempotency: 'accepted',
    params: exactly({
      id: Id,
      title: Type.Optional(wish.title),
      description: Type.Optional(wish.description),
      goal_amount: Type.Optional(Amount),
      funding: Type.Optional(Funding),
      ends_at: Type.Optional(nullable(Time)),
    }),
    result: Campaign,
    errors: ['CAMPAIGN_NOT_FOUND', 'PERMISSION_DENIED', 'TRANSITION_NOT_ALLOWED', 'TERMS_FIXED'],
  }),
  'campaigns.get': defineAction({
    summary: 'Returns a campaign. Only its owner and admins see a draft.',
    permission: 'anyone',
    route: 'GET /api/campaigns/:id',
    params: one,
    result: Campaign,
    errors: ['CAMPAIGN_NOT_FOUND'],
  }),
  'campaigns.read_view': defineAction({
    summary: 'Returns whether a campaign takes pledges, whatever its status.',
    permission: 'internal',
    params: one,
    result: CampaignView,
    errors: ['CAMPAIGN_NOT_FOUND'],
  }),
  'campaigns.list': defineAction({
    summary: 'Lists campaigns, newest first. Only their owners and admins see drafts.',
    permission: 'anyone',
    route: 'GET /api/campaigns',
    params: exactly({
      ...pagination,
      status: Type.Optional(stringEnum(campaignStatuses)),
      owner_id: Type.Optional(Id),
      q: Type.Optional(
        described(
          Text(100, 1),
          'words of the title or description, or their beginnings; only the eight longest count',
        ),
      ),
    }),
    result: paginated(Campaign),
  }),
};

const viewed = (summary: string) =>
  defineMessage({ summary, version: 1, key: 'campaign_id', payload: CampaignView });

export const messages = {
  'campaign.published': viewed('A campaign opened for pledges.'),
  'campaign.updated': viewed('An open campaign was edited; its end may have moved.'),
  'campaign.closed': viewed('A campaign ended and takes no more pledges.'),
  'campaign.succeeded': viewed(
    'An all-or-nothing campaign that ended has reached its goal: it keeps its money.',
  ),
  'campaign.cancelled': viewed('A campaign was cancelled: its pledges are cancelled or refunded.'),
  'campaign.funded': defineMessage({
    summary: 'A campaign reached its goal for the first time.',
    version: 1,
    key: 'campaign_id',
    payload: exactly({ campaign_id: Id, owner_id: Id, goal_amount: Amount, currency: Currency }),
  }),
};

export const timers = {
  'campaigns.end': defineTimer({
    summary: 'Closes a campaign whose end has come, if it is still this one.',
    payload: exactly({ ends_at: Time }),
  }),
  'campaigns.decide': defineTimer({
    summary:
      'Decides whether an all-or-nothing campaign keeps its money, once none is awaited or the time `until` has come.',
    payload: exactly({ until: Time }),
  }),
  'campaigns.closure': defineTimer({
    summary:
      'Closes the campaigns of an owner who has deleted their account, and once they are erased empties what they never published; a page at a time. Its key is the owner.',
    payload: exactly({
      is_erased: Type.Boolean(),
      after: Type.Optional(Id),
      is_again: Type.Optional(Type.Boolean()),
    }),
  }),
};
