import { job } from '#mixins/timers';
import type { Delayed } from '../sandbox-payment.rules.ts';
import { sendAll } from '../webhook.sender.ts';

/** Those that were to be late. */
export default job('webhooks', (service, { key, payload }) =>
  sendAll(service, key, (payload as unknown as Delayed).sendings),
);
