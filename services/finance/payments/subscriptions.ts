import type { Purpose } from '#contracts';
import { settingsOf } from '#lib/broker';
import { subscribe, subscribeCreating } from '#mixins/actors';
import { projection } from '#mixins/projection';
import { applyCampaigns } from './beneficiary.store.ts';
import { mandates } from './mandate.subscriptions.ts';
import { openWith } from './mandate.rules.ts';
import { giveUp, paymentIdOf, wantRefund } from './payment.rules.ts';
import { paymentActor } from './payment.store.ts';
import { creditBeneficiary, debitBeneficiary, debitRefund } from './postings.rules.ts';

interface OfPledge {
  pledge_id: string;
  offline?: true;
}
const purposeOf = ({ pledge_id }: OfPledge): Purpose => ({ kind: 'pledge', id: pledge_id });
const pledge = {
  actor: paymentActor,
  key: (payload: OfPledge) => paymentIdOf(purposeOf(payload)),
  // What was given offline has no payment.
  when: ({ offline }: OfPledge) => offline === undefined,
};

/** What is paid, and for whom: the rest of this service knows purposes and beneficiaries only. */
export const subscriptions = [
  ...projection({
    messages: [
      'campaign.published',
      'campaign.updated',
      'campaign.closed',
      'campaign.succeeded',
      'campaign.cancelled',
    ],
    apply: applyCampaigns,
  }),
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
  subscribe('pledge.refund_requested', { ...pledge, rule: wantRefund }),
  subscribe('pledge.captured', { ...pledge, rule: creditBeneficiary('captured') }),
  subscribe('pledge.capture_reduced', { ...pledge, rule: debitBeneficiary('capture_reduced') }),
  subscribe('pledge.refunded', { ...pledge, rule: debitRefund }),
  subscribe('pledge.refund_reversed', { ...pledge, rule: creditBeneficiary('refund_reversed') }),
  subscribe('pledge.charged_back', { ...pledge, rule: debitBeneficiary('charged_back') }),
  subscribe('pledge.chargeback_reversed', { ...pledge, rule: creditBeneficiary('chargeback_reversed') }),
];
