import { action } from '#lib/service';
import { takeWebhook } from '../payment.webhook.ts';
import { providerOf } from '../providers/index.ts';

/** Answers once what it reports is committed, or known to have been before: the provider then stops repeating it. */
export default action('payments.receive_webhook', async function (ctx) {
  const { provider, headers, body } = ctx.params;
  const verified = providerOf(this, provider).verify({ headers, body });
  await takeWebhook(this, verified, { provider, body, causation_id: ctx.requestID ?? null });
  return { received: true };
});
