import { timer } from '#mixins/timers';
import { renew, retry } from './renewal.rules.ts';
import { subscriptionActor } from './subscription.store.ts';
import { suspension } from './suspension.timer.ts';
import { withdrawal } from './withdrawal.timer.ts';

export const timers = [
  timer('subscriptions.renewal', { actor: subscriptionActor, rule: renew }),
  timer('subscriptions.retry', { actor: subscriptionActor, rule: retry }),
  withdrawal,
  suspension,
];
