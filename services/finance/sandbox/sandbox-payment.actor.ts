import { actor } from '#mixins/actors';
import { sandboxPaymentStore } from './sandbox-payment.store.ts';

export const sandboxPaymentActor = actor({
  name: 'sandbox payment',
  store: sandboxPaymentStore,
  missing: 'PAYMENT_NOT_FOUND',
});
