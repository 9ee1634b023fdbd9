// What must always hold of webhooks.
import { ofAll } from '#mixins/invariants';

/** Money in another currency than was asked for is counted nowhere. Webhooks are kept for 90 days. */
export const moneyInItsCurrency = ofAll(
  'select count(*) from webhooks',
  `select w.id key, format('%s %s of payment %s is in another currency than its %s, and counts nowhere: give the money back at %s',
      w.type, w.webhook_id, p.id, p.currency, p.provider) found
    from webhooks w join payments p on p.id = w.payment_id where w.outcome = 'other_currency'`,
);
