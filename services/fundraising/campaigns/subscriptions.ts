import { subscribe } from '#mixins/actors';
import { lower, raise } from './campaign.rules.ts';
import { campaignActor } from './campaign.store.ts';

const raising = { actor: campaignActor, key: 'campaign_id', rule: raise } as const;
const lowering = { actor: campaignActor, key: 'campaign_id', rule: lower } as const;

/** A campaign counts the money of its pledges. */
export const subscriptions = [
  subscribe('pledge.captured', raising),
  subscribe('pledge.refund_reversed', raising),
  subscribe('pledge.chargeback_reversed', raising),
  subscribe('pledge.capture_reduced', lowering),
  subscribe('pledge.refunded', lowering),
  subscribe('pledge.charged_back', lowering),
];
