import { codeOf } from '#lib/errors';
import { job } from '#mixins/timers';
import { inquire, request } from '../payment.provider.ts';
import { isUnpaid } from '../payment.rules.ts';

/**
 * Gives a hold up, or a checkout. Where the provider will not, money has moved, or a bank is at work: it is asked what it
 * knows, and to give it up again until that is over.
 */
export default job('void', async (service, deadline) => {
  try {
    await request(service, deadline.key, deadline, {
      isOpen: isUnpaid,
      ask: (provider, payment) => provider.void(service, payment),
    });
  } catch (error) {
    if (codeOf(error) !== 'PROVIDER_REFUSED' || isUnpaid(await inquire(service, deadline.key))) throw error;
  }
});
