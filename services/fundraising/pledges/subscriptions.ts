import type { Purpose } from '#contracts';
import { world } from '#lib/world';
import { subscribe } from '#mixins/actors';
import { projection } from '#mixins/projection';
import { schedule } from '#mixins/timers';
import { applyCampaigns } from './campaign.store.ts';
import { forget } from './campaign.view.ts';
import { authorize, capture, dispute, failRefund, refund, settle, voids, win } from './pledge-money.rules.ts';
import { pledgeActor } from './pledge.store.ts';
import { failsFor } from './renewal.rules.ts';
import { renewals } from './renewals.ts';

const campaigns = projection({
  messages: ['campaign.published', 'campaign.updated', 'campaign.closed', 'campaign.cancelled'],
  apply: applyCampaigns,
  after: async (service, { name, key, payload }) => {
    forget(service, payload.campaign_id);
    // Its pledges are as many as they are: a timer goes through them, page by page.
    if (name === 'campaign.cancelled')
      await schedule(service.db, { name: 'pledges.withdrawal', key, due_at: world.now(), payload: {} });
  },
});

interface OfPayment {
  purpose: Purpose;
}
const pledge = {
  actor: pledgeActor,
  key: ({ purpose }: OfPayment) => purpose.id,
  when: ({ purpose }: OfPayment) => purpose.kind === 'pledge',
};

export const subscriptions = [
  ...campaigns,
  ...renewals,
  subscribe('payment.authorized', { ...pledge, rule: authorize }),
  subscribe('payment.captured', { ...pledge, rule: capture }),
  subscribe('settlement.confirmed', { ...pledge, rule: settle }),
  subscribe('payment.failed', { ...pledge, rule: failsFor }),
  subscribe('payment.voided', { ...pledge, rule: voids }),
  subscribe('payment.refunded', { ...pledge, rule: refund }),
  subscribe('payment.refund_failed', { ...pledge, rule: failRefund }),
  subscribe('payment.disputed', { ...pledge, rule: dispute }),
  subscribe('payment.dispute_won', { ...pledge, rule: win }),
];
