import { world } from '#lib/world';
import { projection } from '#mixins/projection';
import { schedule } from '#mixins/timers';
import { applyFigures, forgetAddresses } from './pledge.store.ts';

/** Others are asked what a receipt says: a timer waits for them, and no message does. */
const figures = projection({
  messages: [
    'pledge.captured',
    'pledge.capture_reduced',
    'pledge.refunded',
    'pledge.refund_reversed',
    'pledge.charged_back',
    'pledge.chargeback_reversed',
    'pledge.claimed',
  ],
  apply: applyFigures,
  after: ({ db }, { payload: { pledge_id: key } }) =>
    schedule(db, { name: 'receipts.issue', key, due_at: world.now(), payload: {} }),
});

export const subscriptions = [
  ...figures,
  ...projection({ messages: ['pledge.erased'], apply: forgetAddresses }),
];
