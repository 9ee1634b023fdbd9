import type { SandboxSending } from '#contracts';
import { world } from '#lib/world';
import { job } from '#mixins/timers';
import { send } from '../webhook.sender.ts';

// As providers do: who takes longer is asked again.
const PATIENCE_MS = 5000;
const GIVES_UP_MS = 3 * 24 * 3600_000;

/** One that was not taken, until it is: again after 1, 2, 4 s and so on up to 5 min, for 3 days. */
export default job('webhook', async (service, { due_at, payload }) => {
  const sending = payload as unknown as SandboxSending;
  try {
    await send(service, sending, PATIENCE_MS);
  } catch (error) {
    if (world.nowMs() - Date.parse(due_at) < GIVES_UP_MS) throw error;
    service.logger.warn(`Webhook ${sending.webhook_id} was not taken for 3 days: given up`, error);
  }
});
