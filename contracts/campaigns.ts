import { Type, type Static } from '@sinclair/typebox';
import { action, Amount, Currency, exactly, Id, listOf, message, oneOf, page, Time } from './define.ts';

export const campaignStatuses = ['DRAFT', 'PUBLISHED', 'CLOSED'] as const;

const wish = {
  title: Type.String({ minLength: 1, maxLength: 200, description: 'from 1 to 200 characters' }),
  description: Type.String({ maxLength: 10_000, description: 'at most 10,000 characters' }),
  goal_amount: Amount,
  currency: Currency,
};

export const Campaign = exactly({
  id: Id,
  owner_id: Id,
  ...wish,
  ends_at: Type.Union([Time, Type.Null()]),
  status: oneOf(campaignStatuses),
  created_at: Time,
  version: Type.Integer(),
});
export type Campaign = Static<typeof Campaign>;

/** What others need to know of a campaign: whether, until when and in what it takes pledges. */
export const CampaignView = exactly({
  campaign_id: Id,
  owner_id: Id,
  currency: Currency,
  status: oneOf(campaignStatuses),
  ends_at: Type.Union([Time, Type.Null()]),
  version: Type.Integer(),
});
export type CampaignView = Static<typeof CampaignView>;

const one = exactly({ id: Id });

export const actions = {
  'campaigns.create': action({
    summary: 'Drafts a campaign.',
    permission: 'donor',
    route: 'POST /api/campaigns',
    creates: 'id',
    idempotency: 'accepted',
    params: exactly({ ...wish, ends_at: Type.Optional(Time) }),
    result: Campaign,
  }),
  'campaigns.publish': action({
    summary: 'Opens a campaign for pledges. For its owner and admins.',
    permission: 'donor',
    route: 'POST /api/campaigns/:id/publish',
    idempotency: 'accepted',
    params: one,
    result: Campaign,
    errors: ['CAMPAIGN_NOT_FOUND', 'PERMISSION_DENIED', 'CAMPAIGN_ENDED', 'TRANSITION_NOT_ALLOWED'],
  }),
  'campaigns.close': action({
    summary: 'Ends a campaign: it takes no more pledges. For its owner and admins.',
    permission: 'donor',
    route: 'POST /api/campaigns/:id/close',
    idempotency: 'accepted',
    params: one,
    result: Campaign,
    errors: ['CAMPAIGN_NOT_FOUND', 'PERMISSION_DENIED', 'TRANSITION_NOT_ALLOWED'],
  }),
  'campaigns.get': action({
    summary: 'A campaign. Drafts are seen by their owner and admins alone.',
    permission: 'anyone',
    route: 'GET /api/campaigns/:id',
    params: one,
    result: Campaign,
    errors: ['CAMPAIGN_NOT_FOUND'],
  }),
  'campaigns.view': action({
    summary: 'Whether a campaign takes pledges, whatever its status.',
    permission: 'internal',
    params: one,
    result: CampaignView,
    errors: ['CAMPAIGN_NOT_FOUND'],
  }),
  'campaigns.list': action({
    summary: 'Campaigns, newest first. Drafts are listed for their owner and admins alone.',
    permission: 'anyone',
    route: 'GET /api/campaigns',
    params: exactly({
      ...page,
      status: Type.Optional(oneOf(campaignStatuses)),
      owner_id: Type.Optional(Id),
    }),
    result: listOf(Campaign),
  }),
};

export const messages = {
  'campaign.published': message({
    key: 'campaign_id',
    heard_by: ['pledges', 'totals'],
    payload: CampaignView,
  }),
  'campaign.closed': message({ key: 'campaign_id', heard_by: ['pledges'], payload: CampaignView }),
};
