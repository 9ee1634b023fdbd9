// What is done with a webhook that is the provider's: it is recorded once, in the transaction that applies it.
import type { Webhook } from '#contracts';
import { codeOf } from '#lib/errors';
import type { Service } from '#lib/service';
import { uuidv5, world } from '#lib/world';
import { apply } from '#mixins/actors';
import { findByReference, paymentActor, recordWebhook } from './payment.store.ts';
import { receiveWebhook } from './payment.rules.ts';
import { providerOf } from './providers/index.ts';
import type { ProviderReport, Verified } from './providers/provider.ts';

/**
 * Resolves once it is committed, or known to have been before. One of no payment of ours is kept for those who look into
 * it. Throws PAYMENT_NOT_FOUND where it tells our id of a payment that is not known yet.
 */
export async function takeWebhook(
  service: Service,
  { webhook_id, type, report: reported }: Verified,
  { provider, body, causation_id }: Pick<Webhook, 'provider' | 'body'> & { causation_id: string | null },
): Promise<void> {
  const payment_id = reported && (await idIn(service, provider, reported));
  const webhook = {
    id: world.newId(),
    provider,
    webhook_id,
    type,
    body,
    received_at: world.now(),
    payment_id: payment_id ?? null,
  };
  if (!reported) return recordWebhook(service.db, { ...webhook, outcome: 'type_not_known' });
  const notKnown = () => recordWebhook(service.db, { ...webhook, outcome: 'payment_not_known' });
  // The provider's own name of a payment is kept before anyone can pay: this one is another shop's on the same account.
  if (payment_id === undefined) return notKnown();
  try {
    const { reports_settlement } = providerOf(service, provider);
    const input = { ...webhook, report: { ...reported, payment_id }, reports_settlement };
    const command_id = uuidv5(`webhook ${provider} ${webhook_id}`);
    const name = `webhook ${type}`;
    await apply(service, paymentActor, {
      name,
      key: payment_id,
      rule: receiveWebhook,
      input,
      causation_id,
      command_id,
    });
  } catch (error) {
    // Not acknowledged: should it become known, a repetition will move it.
    if (codeOf(error) === 'PAYMENT_NOT_FOUND') await notKnown();
    throw error;
  }
}

const idIn = async ({ db }: Service, provider: string, { payment_id, reference }: ProviderReport) =>
  payment_id ?? (reference === undefined ? undefined : await findByReference(db, provider, reference));
