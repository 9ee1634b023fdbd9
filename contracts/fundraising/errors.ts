import type { ErrorContract } from '../error.ts';

export const errors = {
  CAMPAIGN_NOT_FOUND: {
    status: 404,
    title: 'No such campaign',
    remedy: 'GET /api/campaigns lists all campaigns.',
  },
  CAMPAIGN_NOT_OPEN: {
    status: 409,
    title: 'The campaign takes no pledges',
    remedy: 'Pledge to a campaign that is PUBLISHED and has not ended.',
  },
  CAMPAIGN_ENDED: {
    status: 409,
    title: 'The end of the campaign is in the past',
    remedy: 'Set an `ends_at` in the future.',
  },
  PLEDGE_NOT_FOUND: {
    status: 404,
    title: 'No such pledge, or it is not yours to see',
    remedy: 'Check the id. Sign in as its donor; guests use the link from their e-mail.',
  },
  PLEDGE_ALREADY_CAPTURED: {
    status: 409,
    title: 'The money of this pledge was captured: the pledge can only be refunded',
    remedy: "Ask the campaign's owner for a refund.",
  },
  NOTHING_TO_REFUND: {
    status: 409,
    title: 'Nothing of this pledge is left to refund',
    remedy:
      '`refundable` is 0 before the capture, and once everything is refunded, disputed or being refunded.',
  },
  REFUND_EXCEEDS_CAPTURED: {
    status: 409,
    title: 'The refund exceeds what is left of the captured amount',
    remedy:
      'Ask for at most `refundable`: the captured amount less what is refunded, disputed or being refunded.',
  },
  SUBSCRIPTION_NOT_FOUND: {
    status: 404,
    title: 'No such subscription, or it is not yours to see',
    remedy: 'Check the id. Sign in as its donor; guests use the link from their e-mail.',
  },
  SUBSCRIPTION_ENDED: {
    status: 409,
    title: 'The subscription has ended',
    remedy: 'Begin another one: POST /api/subscriptions.',
  },
} as const satisfies Record<string, ErrorContract>;
