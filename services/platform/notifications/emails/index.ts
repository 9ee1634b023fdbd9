// Every e-mail, by its topic: the message that it is about, and how it is written. A message may have several.
import type { Ask } from '../asking.ts';
import { disputeOpenedEmail } from './dispute-opened.email.ts';
import { disputeWonEmail } from './dispute-won.email.ts';
import { guestLinkEmail } from './guest-link.email.ts';
import { paymentDeclinedEmail } from './payment-declined.email.ts';
import { conflictToResolveEmail, pledgeConflictedEmail } from './pledge-conflicted.email.ts';
import { ofAccounts } from './of-accounts.ts';
import { ofFactors } from './of-factors.ts';
import { ofSubscriptions } from './of-subscriptions.ts';
import { receiptEmail } from './receipt.email.ts';
import { refundFailedEmail } from './refund-failed.email.ts';
import { refundSucceededEmail } from './refund-succeeded.email.ts';
import { thanksEmail } from './thanks.email.ts';
import { releasedEmail } from './released.email.ts';
import { about, type Topic } from './topic.ts';
import { verificationEmail } from './verification.email.ts';

export const topics: Readonly<Record<string, Topic>> = {
  guest_link: about('pledge.guest_link_requested', {
    unsolicited: true,
    async write(ask, { pledge_id, campaign_id, ...pledge }) {
      const { title } = await ask.campaign(campaign_id);
      return guestLinkEmail({ ...pledge, title, ...(await ask.link(pledge_id)) });
    },
  }),
  payment_declined: about('payment.failed', {
    unsolicited: true,
    async write(ask, payment) {
      const { url, payment_url } = await ask.link(payment.purpose.id);
      // Paid by now, or ended.
      if (payment_url === null) return null;
      return paymentDeclinedEmail({ ...payment, ...(await donorOf(ask, payment)), url, payment_url });
    },
  }),
  ...ofSubscriptions,
  ...ofFactors,
  ...ofAccounts,
  verification: about('user.verification_requested', {
    unsolicited: true,
    write: (_ask, requested) => Promise.resolve(verificationEmail(requested)),
  }),
  receipt: about('receipt.issued', {
    unsolicited: false,
    // Of an offline gift whose donor left no address, the owner prints it.
    write: (_ask, { donor: { name, address }, ...issued }) =>
      Promise.resolve(address === null ? null : receiptEmail({ ...issued, donor: { name, address } })),
  }),
  refund_succeeded: about('payment.refunded', {
    unsolicited: false,
    async write(ask, payment) {
      const { url } = await ask.link(payment.purpose.id);
      return refundSucceededEmail({ ...payment, ...(await donorOf(ask, payment)), url });
    },
  }),
  refund_failed: about('payment.refund_failed', {
    unsolicited: false,
    write: async (ask, payment) => refundFailedEmail({ ...payment, ...(await ownerOf(ask, payment)) }),
  }),
  dispute_opened: about('payment.disputed', {
    unsolicited: false,
    write: async (ask, payment) => disputeOpenedEmail({ ...payment, ...(await ownerOf(ask, payment)) }),
  }),
  dispute_won: about('payment.dispute_won', {
    unsolicited: false,
    write: async (ask, payment) => disputeWonEmail({ ...payment, ...(await ownerOf(ask, payment)) }),
  }),
  // Who gives a little in somebody's name to a campaign of their own could write to them at will.
  thanks: about('donor.thanked', {
    unsolicited: true,
    async write(ask, { thanks_id, pledge_id, campaign_id }) {
      const { subject, message } = await ask.thanks(thanks_id);
      const { to: owner, title } = await ask.owner(campaign_id);
      const { to } = await ask.donor(pledge_id);
      const { url } = await ask.link(pledge_id);
      return thanksEmail({ to, owner: owner.name, title, subject, message, url });
    },
  }),
  pledge_conflicted: about('pledge.conflicted', {
    unsolicited: false,
    write: async (ask, pledge) =>
      pledgeConflictedEmail({ ...pledge, ...(await ask.owner(pledge.campaign_id)) }),
  }),
  conflict_to_resolve: about('pledge.conflicted', {
    unsolicited: false,
    async write(ask, pledge) {
      const { title } = await ask.campaign(pledge.campaign_id);
      return ask.admin && conflictToResolveEmail({ ...pledge, to: ask.admin, title });
    },
  }),
  released: about('pledge.released', {
    unsolicited: false,
    async write(ask, { pledge_id, ...released }) {
      const { to, campaign_id } = await ask.donor(pledge_id);
      const { title } = await ask.campaign(campaign_id);
      return releasedEmail({ ...released, to, title });
    },
  }),
};

interface OfPledge {
  purpose: { id: string };
}

/** Whose payment it is, and what for. */
async function donorOf(ask: Ask, { purpose }: OfPledge) {
  const { to, campaign_id } = await ask.donor(purpose.id);
  return { to, title: (await ask.campaign(campaign_id)).title };
}

/** Who owns the campaign that a payment is for. */
async function ownerOf(ask: Ask, { purpose: { id: pledge_id } }: OfPledge) {
  const { campaign_id } = await ask.donor(pledge_id);
  return { pledge_id, ...(await ask.owner(campaign_id)) };
}
