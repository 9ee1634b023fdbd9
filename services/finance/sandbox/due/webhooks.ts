import { firesOutside } from '#mixins/scheduler';
import type { Delayed } from '../sandbox-payment.rules.ts';
import { sendAll } from '../webhook.sender.ts';

/** Those that were to be late. */
export default firesOutside('webhooks', (service, { key, payload }) =>
  sendAll(service, key, (payload as unknown as Delayed).sendings),
);
