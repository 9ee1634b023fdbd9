import { codeOf } from '#lib/errors';
import { firesOutside } from '#mixins/scheduler';
import { request, tell } from '../payment.provider.ts';
import { refuse } from '../payment.rules.ts';
import type { PaymentState } from '../payment-state.rules.ts';

const refundOf = ({ refunds }: PaymentState, id: string) => refunds.find(({ refund_id }) => refund_id === id);

/** Asks the provider for a refund: the deadline's key is its id. */
export default firesOutside('refund', async (service, deadline) => {
  const { key: refund_id, payload } = deadline;
  const payment_id = String(payload['payment_id']);
  try {
    await request(service, payment_id, deadline, {
      isOpen: (payment) => refundOf(payment, refund_id)?.status === 'PENDING',
      ask: (provider, payment) =>
        provider.refund(service, payment, { refund_id, amount: refundOf(payment, refund_id)!.amount }),
    });
  } catch (error) {
    if (codeOf(error) !== 'PROVIDER_REFUSED') throw error;
    await tell(service, payment_id, refuse, { refund_id });
  }
});
