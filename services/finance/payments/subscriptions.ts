import { settingsOf } from '#lib/broker';
import { subscribe, subscribeCreating } from '#mixins/actors';
import { giveUp, open, paymentIdOf, wantRefund } from './payment.rules.ts';
import { paymentActor } from './payment.store.ts';
import { giving, takeChargedBack, takeRefunded } from './postings.rules.ts';

const payment = {
  actor: paymentActor,
  key: ({ pledge_id }: { pledge_id: string }) => paymentIdOf(pledge_id),
};

export const subscriptions = [
  subscribeCreating('pledge.created', {
    ...payment,
    rule: open,
    load: ({ broker }, pledge) => ({ pledge, provider: settingsOf(broker).payment_provider }),
  }),
  subscribe('pledge.cancelled', { ...payment, rule: giveUp }),
  subscribe('pledge.expired', { ...payment, rule: giveUp }),
  subscribe('pledge.refund_requested', { ...payment, rule: wantRefund }),
  subscribe('pledge.captured', { ...payment, rule: giving('captured') }),
  subscribe('pledge.refunded', { ...payment, rule: takeRefunded }),
  subscribe('pledge.refund_reversed', { ...payment, rule: giving('refund_reversed') }),
  subscribe('pledge.charged_back', { ...payment, rule: takeChargedBack }),
  subscribe('pledge.chargeback_reversed', { ...payment, rule: giving('chargeback_reversed') }),
];
