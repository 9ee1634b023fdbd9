import { job } from '#mixins/timers';
import { paymentOf, take } from '../payment.provider.ts';
import { providerOf } from '../providers/index.ts';

/** Closes a checkout that came about while its payment was given up. */
export default job('close', async (service, { key }) => {
  const payment = await paymentOf(service, key);
  await take(service, await providerOf(service, payment.provider).void(service, payment));
});
