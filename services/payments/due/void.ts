import { codeOf } from '#lib/errors';
import { firesOutside } from '#mixins/scheduler';
import { paymentOf, request, take } from '../payment.provider.ts';
import type { PaymentState } from '../payment.ts';
import { providerOf } from '../providers/index.ts';

const isOpen = ({ status }: PaymentState) => ['PENDING', 'AUTHORIZED', 'FAILED'].includes(status);

/**
 * Gives a hold up, or a checkout. Where the provider will not, money has moved, or a bank is at work: it is asked what it
 * knows, and to give it up again until that is over.
 */
export default firesOutside('void', async (service, deadline) => {
  try {
    await request(service, deadline.key, deadline, {
      isOpen,
      ask: (provider, payment) => provider.void(service, payment),
    });
  } catch (error) {
    if (codeOf(error) !== 'PROVIDER_REFUSED') throw error;
    const payment = await paymentOf(service, deadline.key);
    await take(service, await providerOf(service, payment.provider).query(service, payment));
    if (isOpen(await paymentOf(service, deadline.key))) throw error;
  }
});
