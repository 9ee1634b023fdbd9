import { world } from '#lib/world';
import { job } from '#mixins/timers';
import { send, sendAll } from './webhook.sender.ts';

// As providers do: a platform that takes longer is asked again.
const PATIENCE_MS = 5000;
const GIVES_UP_MS = 3 * 24 * 3600_000;

/** A webhook that was not accepted: again after 1, 2, 4 s and so on up to 5 min, for 3 days. */
const webhook = job('sandbox.send_webhook', async (service, { due_at, payload: sending }) => {
  try {
    await send(service, sending, PATIENCE_MS);
  } catch (error) {
    if (world.nowMs() - Date.parse(due_at) < GIVES_UP_MS) throw error;
    service.logger.warn(`Webhook ${sending.webhook_id} was not accepted for 3 days: given up`, error);
  }
});

/** Delayed webhooks. */
const webhooks = job('sandbox.send_webhooks', (service, { key, payload }) =>
  sendAll(service, key, payload.sendings),
);

export const timers = [webhook, webhooks];
