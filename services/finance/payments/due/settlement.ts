import { job } from '#mixins/timers';
import { request } from '../payment.provider.ts';

/** Asks a provider that does not report it whether the money has arrived. */
export default job('settlement', (service, deadline) =>
  request(service, deadline.key, deadline, {
    isOpen: ({ facts, captured_amount }) => facts.settled === undefined && captured_amount > 0,
    ask: (provider, payment) => provider.query(service, payment),
  }),
);
