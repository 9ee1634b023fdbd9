import { setup } from 'xstate';

type SubscriptionEvent =
  | { type: 'start' }
  | { type: 'expire' }
  | { type: 'fail' }
  | { type: 'recover' }
  | { type: 'lapse' }
  | { type: 'pause' }
  | { type: 'resume' }
  | { type: 'cancel' };

/**
 * The life of a subscription: states are the values of subscriptions.status. It is charged while it is ACTIVE, and again
 * while it is PAST_DUE. One that EXPIRED starts yet where the first payment came through late.
 */
export const subscriptionMachine = setup({
  types: { context: {}, events: {} as SubscriptionEvent },
}).createMachine({
  id: 'subscription',
  initial: 'PENDING',
  states: {
    PENDING: { on: { start: 'ACTIVE', expire: 'EXPIRED', cancel: 'CANCELLED' } },
    ACTIVE: { on: { fail: 'PAST_DUE', pause: 'PAUSED', cancel: 'CANCELLED' } },
    PAUSED: { on: { resume: 'ACTIVE', cancel: 'CANCELLED' } },
    PAST_DUE: {
      on: { fail: 'PAST_DUE', recover: 'ACTIVE', lapse: 'LAPSED', pause: 'PAUSED', cancel: 'CANCELLED' },
    },
    LAPSED: {},
    CANCELLED: {},
    EXPIRED: { on: { start: 'ACTIVE' } },
  },
});
