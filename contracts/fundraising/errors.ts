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
  TERMS_FIXED: {
    status: 409,
    title: 'These terms are fixed once the campaign is published',
    remedy:
      'Edit its title and description; `close` ends it early, `cancel` gives everybody their money back.',
  },
  NO_OFFLINE_GIFTS: {
    status: 409,
    title: 'The campaign takes no offline gifts',
    remedy:
      'Record gifts on a campaign that is PUBLISHED or CLOSED, and not all-or-nothing: those must be able to give everything back.',
  },
  OFFLINE_GIFT: {
    status: 409,
    title: 'This was given offline: no payment provider can refund it',
    remedy: 'Return it by hand, then take it out with POST /api/pledges/:id/void.',
  },
  NOT_OFFLINE: {
    status: 409,
    title: 'This pledge was not given offline',
    remedy: 'Refund it with POST /api/pledges/:id/refunds.',
  },
  DONOR_NOT_REACHABLE: {
    status: 404,
    title: 'Nobody knows an address of this donor',
    remedy: 'Who gave offline may have left none: reach them as their gift reached you.',
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
  TOO_MANY_PLEDGES: {
    status: 429,
    title: 'Too many pledges of guests came from this address',
    remedy: 'Try again after `Retry-After`, with the same Idempotency-Key. Who signs in is not held up.',
  },
  TOO_MANY_DECLINED: {
    status: 429,
    title: 'Too many payments to this campaign were declined that came from this address',
    remedy: 'Try again after `Retry-After`, with the same Idempotency-Key.',
  },
  CHALLENGE_FAILED: {
    status: 403,
    title: 'A guest must solve the challenge first',
    remedy: 'Send a new `challenge_token` from its widget, with the same Idempotency-Key. Each is good once.',
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
  NOBODY_TO_THANK: {
    status: 409,
    title: 'Nobody has given to this campaign yet',
    remedy: 'Thank its donors once GET /api/campaigns/:campaign_id/donors lists some.',
  },
  THANKED_TODAY: {
    status: 409,
    title: "The campaign's donors were thanked today",
    remedy: 'Thank them again from `again_at` on: once a day, by UTC.',
  },
  THANKS_NOT_FOUND: { status: 404, title: 'No such thanks', remedy: 'Check the id.' },
  RECEIPT_NOT_FOUND: {
    status: 404,
    title: 'No such receipt, or it is not yours to see',
    remedy: 'Check the id. Sign in as its donor; guests use the link from their e-mail.',
  },
  STATEMENT_TOO_LONG: {
    status: 409,
    title: 'The year has more receipts than one statement holds',
    remedy: 'GET /api/receipts lists them all, a page at a time.',
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
