import type { MessageName, Purpose } from '#contracts';
import { world } from '#lib/world';
import { subscribe } from '#mixins/actors';
import { projection } from '#mixins/projection';
import { schedule } from '#mixins/timers';
import { applyCampaigns } from './campaign.store.ts';
import { forget } from './campaign.view.ts';
import { countDeclined } from './origin.store.ts';
import { ofUsers } from './donor.subscriptions.ts';
import { authorize, capture, dispute, failRefund, refund, settle, voids, win } from './pledge-money.rules.ts';
import { pledgeActor } from './pledge.store.ts';
import { failsFor } from './renewal.rules.ts';
import { renewals } from './renewals.ts';

const campaigns = projection({
  messages: [
    'campaign.published',
    'campaign.updated',
    'campaign.closed',
    'campaign.succeeded',
    'campaign.cancelled',
  ],
  apply: applyCampaigns,
  after: async (service, { name, key, payload }) => {
    forget(service, payload.campaign_id);
    const ending = endings.get(name);
    if (ending) await schedule(service.db, { name: ending, key, due_at: world.now(), payload: {} });
  },
});

const endings = new Map<MessageName, 'pledges.closing' | 'pledges.withdrawal'>([
  ['campaign.closed', 'pledges.closing'],
  ['campaign.cancelled', 'pledges.withdrawal'],
]);

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
  ...projection({ messages: ['pledge.failed'], apply: countDeclined }),
  ...ofUsers,
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
