import type { ErrorContract } from '../error.ts';

export const errors = {
  CAMPAIGN_NOT_FOUND: { status: 404, title: 'No such campaign', remedy: 'GET /api/campaigns lists them.' },
  CAMPAIGN_NOT_OPEN: {
    status: 409,
    title: 'The campaign takes no pledges',
    remedy: 'Pledge to a campaign that is PUBLISHED and has not ended.',
  },
  CAMPAIGN_ENDED: {
    status: 409,
    title: 'The campaign was to end before now',
    remedy: 'Draft another, with an ends_at in the future.',
  },
  PLEDGE_NOT_FOUND: {
    status: 404,
    title: 'No such pledge among those you may see',
    remedy: 'Check the id, and that you are signed in as its donor.',
  },
  PLEDGE_ALREADY_CAPTURED: {
    status: 409,
    title: 'The money of this pledge was captured: it can only be refunded',
    remedy: "Ask the campaign's owner for a refund.",
  },
  NOTHING_TO_REFUND: {
    status: 409,
    title: 'There is no captured money of this pledge left to refund',
    remedy:
      '`refundable` is what is left: 0 before the capture, and once all is refunded, disputed or on its way back.',
  },
  REFUND_EXCEEDS_CAPTURED: {
    status: 409,
    title: 'More would be refunded than was captured',
    remedy:
      'Ask for `refundable` at most: what was captured less what is refunded, disputed or on its way back.',
  },
} as const satisfies Record<string, ErrorContract>;
