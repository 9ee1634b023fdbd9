import { actor } from '#mixins/actors';
import { books } from './payment.ledger.ts';
import { paymentStore } from './payment.store.ts';

export const paymentActor = actor({
  name: 'payment',
  store: paymentStore,
  missing: 'PAYMENT_NOT_FOUND',
  ledger: books,
});
