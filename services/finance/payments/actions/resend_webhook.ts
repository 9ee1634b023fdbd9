import { fail } from '#lib/errors';
import { action, type Service } from '#lib/service';
import { findWebhook } from '../payment.store.ts';
import { takeWebhook } from '../payment.webhook.ts';
import { providerOf } from '../providers/index.ts';

/** Its signature was checked when it came. What it reports has its effect once, however often it is taken. */
export default action('payments.resend_webhook', async function ({ params: { id }, requestID = null }) {
  const { provider, webhook_id, body, digest } = await recorded(this, id);
  const verified = providerOf(this, provider).read({ webhook_id, body });
  await takeWebhook(this, verified, { provider, body, digest, causation_id: requestID });
  const { digest: _, ...taken } = await recorded(this, id);
  if (taken.outcome === 'payment_not_known') throw fail('PAYMENT_NOT_FOUND', { id: taken.payment_id });
  return taken;
});

async function recorded({ db }: Service, id: string) {
  const webhook = await findWebhook(db, id);
  if (!webhook) throw fail('WEBHOOK_NOT_FOUND', { id });
  return webhook;
}
