import { codeOf } from '#lib/errors';
import { action } from '#lib/service';
import { idOf, world } from '#lib/world';
import { ask } from '#mixins/actors';
import { paymentActor } from '../payment.actor.ts';
import { recordWebhook } from '../payment.store.ts';
import { report } from '../payment.ts';
import { providerOf } from '../providers/index.ts';

/** Answers once what it reports is committed, or known to have been before: the provider then stops repeating it. */
export default action('payments.webhook', async function (ctx) {
  const { provider, headers, body } = ctx.params;
  const { webhook_id, type, report: reported } = providerOf(this, provider).verify({ headers, body });
  const webhook = {
    ...{ id: world.newId(), provider, webhook_id, type, body, received_at: world.now() },
    payment_id: reported?.payment_id ?? null,
  };
  if (!reported) {
    await recordWebhook(this.db, { ...webhook, outcome: 'type_not_known' });
    return { received: true };
  }
  try {
    await ask(this, paymentActor, {
      ...{ name: `webhook ${type}`, key: reported.payment_id, mode: 'existing', rule: report },
      ...{ input: { ...webhook, report: reported }, command_id: idOf(`webhook ${provider} ${webhook_id}`) },
      ...{ input_hash: null, by: undefined, on_behalf_of: null, cause: ctx.requestID ?? null },
      answer: () => undefined,
    });
    return { received: true };
  } catch (error) {
    // Kept for those who look into it, but not acknowledged: should it become known, a repetition will move it.
    if (codeOf(error) === 'PAYMENT_NOT_FOUND') {
      await recordWebhook(this.db, { ...webhook, outcome: 'payment_not_known' });
    }
    throw error;
  }
});
