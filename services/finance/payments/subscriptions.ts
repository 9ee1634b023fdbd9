import type { Purpose } from '#contracts';
import { settingsOf } from '#lib/broker';
import { subscribe, subscribeCreating } from '#mixins/actors';
import { mandates } from './mandate.subscriptions.ts';
import { openWith } from './mandate.rules.ts';
import { giveUp, paymentIdOf, wantRefund } from './payment.rules.ts';
import { paymentActor } from './payment.store.ts';
import { creditBeneficiary, debitChargeback, debitRefund } from './postings.rules.ts';

interface OfPledge {
  pledge_id: string;
}
const purposeOf = ({ pledge_id }: OfPledge): Purpose => ({ kind: 'pledge', id: pledge_id });
const pledge = { actor: paymentActor, key: (payload: OfPledge) => paymentIdOf(purposeOf(payload)) };

/** What is paid, and for whom: the rest of this service knows purposes and beneficiaries only. */
export const subscriptions = [
  subscribeCreating('pledge.created', {
    ...pledge,
    rule: openWith,
    load: ({ broker }, { amount, currency, ...payload }) => ({
      mandate: payload.mandate,
      purpose: purposeOf(payload),
      beneficiary: `campaign:${payload.campaign_id}`,
      provider: settingsOf(broker).payment_provider,
      amount,
      currency,
    }),
  }),
  ...mandates,
  subscribe('pledge.cancelled', { ...pledge, rule: giveUp }),
  subscribe('pledge.expired', { ...pledge, rule: giveUp }),
  subscribe('pledge.refund_requested', {
    ...pledge,
    rule: (payment, { of_campaign, ...refund }, context) =>
      wantRefund(payment, { ...refund, of_beneficiary: of_campaign }, context),
  }),
  subscribe('pledge.captured', { ...pledge, rule: creditBeneficiary('captured') }),
  subscribe('pledge.refunded', { ...pledge, rule: debitRefund }),
  subscribe('pledge.refund_reversed', { ...pledge, rule: creditBeneficiary('refund_reversed') }),
  subscribe('pledge.charged_back', { ...pledge, rule: debitChargeback }),
  subscribe('pledge.chargeback_reversed', { ...pledge, rule: creditBeneficiary('chargeback_reversed') }),
];
