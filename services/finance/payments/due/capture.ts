import { codeOf } from '#lib/errors';
import { job } from '#mixins/timers';
import { inquire, request } from '../payment.provider.ts';

/** Takes the money of a hold, once. Where the provider will not, it is asked what has become of it: an admin may ask again. */
export default job('capture', async (service, deadline) => {
  try {
    await request(service, deadline.key, deadline, {
      isOpen: ({ status }) => status === 'AUTHORIZED',
      ask: (provider, payment) => provider.capture(service, payment),
    });
  } catch (error) {
    if (codeOf(error) !== 'PROVIDER_REFUSED') throw error;
    await inquire(service, deadline.key);
  }
});
