import type { Totals } from '#contracts';
import { projection } from '#mixins/projection';
import { changed } from './reading.mixin.ts';
import { applyMessages } from './total.store.ts';

/** Totals are a projection of messages, and of nothing else. */
export const subscriptions = projection({
  messages: [
    'campaign.published',
    'pledge.created',
    'pledge.captured',
    'pledge.capture_reduced',
    'pledge.refunded',
    'pledge.refund_reversed',
    'pledge.charged_back',
    'pledge.chargeback_reversed',
    'pledge.claimed',
  ],
  apply: applyMessages,
  applied: (service, rows: Totals[]) => changed(service, rows),
});
