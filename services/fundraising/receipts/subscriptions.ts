import { world } from '#lib/world';
import { projection } from '#mixins/projection';
import { schedule } from '#mixins/timers';
import { applyFigures } from './pledge.store.ts';

/** Others are asked what a receipt says: a timer waits for them, and no message does. */
export const subscriptions = projection({
  messages: [
    'pledge.captured',
    'pledge.refunded',
    'pledge.refund_reversed',
    'pledge.charged_back',
    'pledge.chargeback_reversed',
  ],
  apply: applyFigures,
  after: ({ db }, { payload: { pledge_id: key } }) =>
    schedule(db, { name: 'receipts.issue', key, due_at: world.now(), payload: {} }),
});
