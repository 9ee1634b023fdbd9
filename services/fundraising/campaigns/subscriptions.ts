import { world } from '#lib/world';
import { subscribe } from '#mixins/actors';
import { subscribeExternal } from '#mixins/inbox';
import { schedule, unschedule } from '#mixins/timers';
import { lower, raise } from './campaign.rules.ts';
import { campaignActor } from './campaign.store.ts';

const raising = { actor: campaignActor, key: 'campaign_id', rule: raise } as const;
const lowering = { actor: campaignActor, key: 'campaign_id', rule: lower } as const;

/** They are as many as they are: a timer goes through them, page by page. */
const closeAllOn = <N extends 'user.deleted' | 'user.erased'>(message: N) =>
  subscribeExternal(message, ({ db }, { key, name }) =>
    schedule(db, {
      name: 'campaigns.closure',
      key,
      due_at: world.now(),
      payload: { is_erased: name === 'user.erased' },
    }),
  );

/** A campaign counts the money of its pledges, and ends with its owner's account. */
export const subscriptions = [
  subscribe('pledge.captured', raising),
  subscribe('pledge.refund_reversed', raising),
  subscribe('pledge.chargeback_reversed', raising),
  subscribe('pledge.capture_reduced', lowering),
  subscribe('pledge.refunded', lowering),
  subscribe('pledge.charged_back', lowering),
  closeAllOn('user.deleted'),
  subscribeExternal('user.restored', ({ db }, { key }) => unschedule(db, { name: 'campaigns.closure', key })),
  closeAllOn('user.erased'),
];
