import { firesOutside } from '#mixins/scheduler';
import { request } from '../payment.provider.ts';

/** Takes the money of a hold. */
export default firesOutside('capture', (service, deadline) =>
  request(service, deadline.key, deadline, {
    isOpen: ({ status }) => status === 'AUTHORIZED',
    ask: (provider, payment) => provider.capture(service, payment),
  }),
);
