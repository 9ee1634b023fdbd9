import { actor } from '#mixins/actors';
import { books } from './payment.ledger.ts';
import { payoutStore } from './payout.store.ts';

export const payoutActor = actor({
  name: 'payout',
  store: payoutStore,
  missing: 'PAYMENT_NOT_FOUND',
  ledger: books,
});
