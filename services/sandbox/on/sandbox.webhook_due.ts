import { settingsOf } from '#lib/broker';
import { world } from '#lib/world';
import { hearsOutside } from '#mixins/inbox';
import { Webhook } from 'standardwebhooks';

// As providers do: who takes longer is asked again.
const PATIENCE_MS = 5000;

/** Sends the webhook over HTTP. What is not answered 200 is sent again, as often as any message; then it is a dead letter. */
export default hearsOutside(
  'sandbox.webhook_due',
  async ({ broker }, { payload: { webhook_id, webhook } }) => {
    const { public_url, sandbox_webhook_secrets } = settingsOf(broker);
    const body = JSON.stringify(webhook);
    const now_ms = world.nowMs();
    const response = await fetch(`${public_url}/api/payments/webhooks/sandbox`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'webhook-id': webhook_id,
        'webhook-timestamp': String(Math.floor(now_ms / 1000)),
        'webhook-signature': new Webhook(sandbox_webhook_secrets[0]!).sign(
          webhook_id,
          new Date(now_ms),
          body,
        ),
      },
      body,
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (!response.ok)
      throw new Error(`Webhook ${webhook_id} was answered ${response.status}: ${await response.text()}`);
  },
);
