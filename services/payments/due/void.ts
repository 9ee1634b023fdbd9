import { codeOf } from '#lib/errors';
import { firesOutside } from '#mixins/scheduler';
import { request, take } from '../payment.provider.ts';
import { findPayment } from '../payment.store.ts';
import type { PaymentState } from '../payment.ts';
import { providerOf } from '../providers/index.ts';

const isOpen = ({ status }: PaymentState) => ['PENDING', 'AUTHORIZED', 'FAILED'].includes(status);

/** Gives a hold up, or a checkout. Where the provider will not, money has moved: it is asked what it knows. */
export default firesOutside('void', async (service, deadline) => {
  try {
    await request(service, deadline.key, deadline, {
      isOpen,
      ask: (provider, payment) => provider.void(service, payment),
    });
  } catch (error) {
    const payment = codeOf(error) === 'PROVIDER_REFUSED' && (await findPayment(service.db, deadline.key));
    if (!payment) throw error;
    await take(service, await providerOf(service, payment.provider).query(service, payment));
  }
});
