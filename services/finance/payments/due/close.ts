import { firesOutside } from '#mixins/scheduler';
import { paymentOf, take } from '../payment.provider.ts';
import { providerOf } from '../providers/index.ts';

/** Closes a checkout that came about while its payment was given up. */
export default firesOutside('close', async (service, { key }) => {
  const payment = await paymentOf(service, key);
  const provider = providerOf(service, payment.provider);
  await take(service, provider, await provider.void(service, payment));
});
