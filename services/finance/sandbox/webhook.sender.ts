// Sends webhooks: over HTTP, signed. A webhook that is not accepted is retried by a timer, where it delays no other.
import type { SandboxSending } from '#contracts';
import { settingsOf } from '#lib/broker';
import type { Service } from '#lib/service';
import { addMs, world } from '#lib/world';
import { schedule } from '#mixins/timers';
import { Webhook } from 'standardwebhooks';

// Others wait behind a first attempt; a response takes some 5 ms.
const FIRST_PATIENCE_MS = 1000;
// The timer's own delays, after each further failure, are 1, 2, 4 s and so on.
const FIRST_WAIT_MS = 500;

/** Sends in this order, until one is not accepted: that and the rest are retried each by itself, as `key` and a number. */
export async function sendAll(service: Service, key: string, sendings: SandboxSending[]): Promise<void> {
  for (const [i, sending] of sendings.entries()) {
    const isTaken = await send(service, sending, FIRST_PATIENCE_MS).then(
      () => true,
      () => false,
    );
    if (!isTaken) return sendLater(service, key, sendings.slice(i));
  }
}

async function sendLater({ db }: Service, key: string, sendings: SandboxSending[]): Promise<void> {
  const due_at = addMs(world.now(), FIRST_WAIT_MS);
  for (const [i, sending] of sendings.entries())
    await schedule(db, { name: 'sandbox.send_webhook', key: `${key} ${i}`, due_at, payload: sending });
}

/** Throws an Error where the response is not 2xx within `patience_ms`. */
export async function send(
  { broker }: Service,
  { webhook_id, webhook }: SandboxSending,
  patience_ms: number,
): Promise<void> {
  const { public_url, sandbox_webhook_secrets } = settingsOf(broker);
  const body = JSON.stringify(webhook);
  const now_ms = world.nowMs();
  const response = await fetch(`${public_url}/api/payments/webhooks/sandbox`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'webhook-id': webhook_id,
      'webhook-timestamp': String(Math.floor(now_ms / 1000)),
      'webhook-signature': new Webhook(sandbox_webhook_secrets[0]!).sign(webhook_id, new Date(now_ms), body),
    },
    body,
    signal: AbortSignal.timeout(patience_ms),
  });
  const answer = await response.text();
  if (!response.ok) throw new Error(`Webhook ${webhook_id} was answered ${response.status}: ${answer}`);
}
