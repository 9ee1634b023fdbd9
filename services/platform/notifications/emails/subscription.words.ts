// What the e-mails about recurring gifts have in common.

/** Whom an e-mail goes to, and the link to their recurring gift (subscriptions.read_link). */
export interface Linked {
  to: { name: string; address: string };
  url: string;
}

const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** 31 January 2026. */
export const dayIn = (at: string): string => DAY.format(new Date(at));

/** By the provider's codes, of which docs.stripe.com/declines/codes lists Stripe's. */
const REASONS = new Map([
  ['authentication_required', 'your bank asks you to confirm it'],
  ['expired_card', 'the card has expired'],
  ['insufficient_funds', 'the account did not have enough money'],
  ['no_saved_card', 'no card is saved'],
  ['not_paid_in_time', 'your bank did not answer'],
]);

/** Codes that say more about a person than an e-mail should, or nothing, are all one. */
export const reasonIn = (code: string): string => REASONS.get(code) ?? 'the card was declined';
