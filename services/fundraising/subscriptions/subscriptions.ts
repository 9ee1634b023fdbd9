import type { MessageName } from '#contracts';
import { world } from '#lib/world';
import { subscribe } from '#mixins/actors';
import { subscribeExternal } from '#mixins/inbox';
import { schedule, unschedule } from '#mixins/timers';
import { cardReplaced, disputed, expired, failed, givenUp, paid } from './renewal.rules.ts';
import { claim, erase } from './subscription.rules.ts';
import { subscriptionActor } from './subscription.store.ts';

interface OfSubscription {
  subscription_id?: string | undefined;
}
/** Most pledges are of none: theirs are taken without a look at the database. */
const subscription = {
  actor: subscriptionActor,
  key: ({ subscription_id }: OfSubscription) => subscription_id!,
  when: ({ subscription_id }: OfSubscription) => subscription_id !== undefined,
};

/** They are as many as they are: a timer goes through them, page by page. */
const endAllOn = <N extends Extract<MessageName, 'campaign.closed' | 'campaign.cancelled'>>(message: N) =>
  subscribeExternal(message, ({ db }, { key }) =>
    schedule(db, { name: 'subscriptions.withdrawal', key, due_at: world.now(), payload: {} }),
  );

const suspension = 'subscriptions.suspension';

export const subscriptions = [
  subscribeExternal('user.deleted', ({ db }, { key }) =>
    schedule(db, { name: suspension, key, due_at: world.now(), payload: {} }),
  ),
  // What is paused stays so: nobody is charged who has not asked for it.
  subscribeExternal('user.restored', ({ db }, { key }) => unschedule(db, { name: suspension, key })),
  endAllOn('campaign.closed'),
  endAllOn('campaign.cancelled'),
  subscribe('pledge.captured', { ...subscription, rule: paid }),
  // An admin decides what becomes of it: the donor has paid.
  subscribe('pledge.conflicted', { ...subscription, rule: paid }),
  subscribe('pledge.failed', { ...subscription, rule: failed }),
  subscribe('pledge.expired', { ...subscription, rule: expired }),
  subscribe('pledge.cancelled', { ...subscription, rule: givenUp }),
  subscribe('pledge.charged_back', { ...subscription, rule: disputed }),
  subscribe('pledge.claimed', { ...subscription, rule: claim }),
  subscribe('pledge.erased', { ...subscription, rule: erase }),
  subscribe('mandate.saved', { actor: subscriptionActor, key: 'subscription_id', rule: cardReplaced }),
];
