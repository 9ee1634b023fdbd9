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
  PLEDGE_OF_ACCOUNT: {
    status: 409,
    title: 'The pledge belongs to an account',
    remedy: 'Sign in; DELETE /api/users/me erases the account, and its name from all its pledges.',
  },
  PLEDGE_ALREADY_CAPTURED: {
    status: 409,
    title: 'The money of this pledge was captured: the pledge can only be refunded',
    remedy: "Ask the campaign's owner for a refund.",
  },
  REFUND_UNDER_WAY: {
    status: 409,
    title: 'A refund of this pledge is under way',
    remedy: 'Decide once it has succeeded or failed: `refunds` of the pledge shows that.',
  },
  CAMPAIGN_CALLED_OFF: {
    status: 409,
    title: 'The campaign was called off: its money goes back to the donors',
    remedy: 'Refuse the captured amount (`accept: false`), or leave the pledge as it is.',
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
} as const satisfies Record<string, ErrorContract>;
