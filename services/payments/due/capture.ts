import { codeOf } from '#lib/errors';
import { firesOutside } from '#mixins/scheduler';
import { paymentOf, request, take } from '../payment.provider.ts';
import { providerOf } from '../providers/index.ts';

/** Takes the money of a hold, once. Where the provider will not, it is asked what has become of it: an admin may ask again. */
export default firesOutside('capture', async (service, deadline) => {
  try {
    await request(service, deadline.key, deadline, {
      isOpen: ({ status }) => status === 'AUTHORIZED',
      ask: (provider, payment) => provider.capture(service, payment),
    });
  } catch (error) {
    if (codeOf(error) !== 'PROVIDER_REFUSED') throw error;
    const payment = await paymentOf(service, deadline.key);
    await take(service, await providerOf(service, payment.provider).query(service, payment));
  }
});
