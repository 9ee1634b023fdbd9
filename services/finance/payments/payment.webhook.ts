// What is done with a webhook that is the provider's: it is recorded once, in the transaction that applies it.
import type { Payment, Webhook } from '#contracts';
import type { Service } from '#lib/service';
import { uuidv5, world } from '#lib/world';
import { apply } from '#mixins/actors';
import { hash } from 'node:crypto';
import { take, warnOfCurrency } from './payment.provider.ts';
import { receiveWebhook } from './payment.rules.ts';
import {
  findByReference,
  findPayment,
  paymentActor,
  recordWebhook,
  type RecordedWebhook,
} from './payment.store.ts';
import { providerOf } from './providers/index.ts';
import type { PaymentName, Verified } from './providers/provider.ts';

/** What is known of a webhook beside what it says. `digest`: of its content; a recorded one has its own. */
type Taken = Pick<Webhook, 'provider' | 'body'> & { causation_id: string | null; digest?: string };

/**
 * Resolves once it is committed, or known to have been before. A payment is known before its provider hears of it: a webhook
 * about one that is not known is another installation's, or another shop's. It is kept for those who look into it, and
 * acknowledged: a provider that gets no thanks for a few days sends nothing any more. Throws UNAVAILABLE where its provider
 * must be asked, and is away.
 */
export async function takeWebhook(service: Service, verified: Verified, taken: Taken): Promise<void> {
  const { webhook_id, type, content } = verified;
  const { provider, body, causation_id, digest = hash('sha256', content) } = taken;
  const about = await verified.about();
  const payment_id = about && (await idIn(service, provider, about));
  const webhook = {
    id: world.newId(),
    provider,
    webhook_id,
    type,
    body,
    digest,
    received_at: world.now(),
    payment_id: payment_id ?? null,
  };
  if (!about) return recordWebhook(service.db, { ...webhook, outcome: 'type_not_known' });
  const payment = payment_id === undefined ? undefined : await findPayment(service.db, payment_id);
  if (payment?.provider !== provider)
    return recordWebhook(service.db, { ...webhook, outcome: 'payment_not_known' });
  await takeReports(service, payment, verified, { webhook, causation_id });
}

/** All of them in their order; with the last, the webhook is kept. */
async function takeReports(
  service: Service,
  payment: Payment,
  verified: Verified,
  { webhook, causation_id }: { webhook: Omit<RecordedWebhook, 'outcome'>; causation_id: string | null },
): Promise<void> {
  const { provider, webhook_id, digest, type } = webhook;
  const reports = [...(await verified.reports(payment))];
  const report = reports.pop();
  if (!report) return recordWebhook(service.db, { ...webhook, outcome: 'already_known' });
  await take(service, payment, reports);
  warnOfCurrency(service, payment, report);
  const { reports_settlement } = providerOf(service, provider);
  const since = reports.length > 0 ? payment.version : undefined;
  await apply(service, paymentActor, {
    name: `webhook ${type}`,
    key: payment.id,
    rule: receiveWebhook,
    input: { ...webhook, report, reports_settlement, since },
    causation_id,
    // What has another content is another webhook, whatever it is called.
    command_id: uuidv5(`webhook ${provider} ${webhook_id} ${digest}`),
  });
}

const idIn = async ({ db }: Service, provider: string, { payment_id, reference }: PaymentName) =>
  payment_id ?? (reference === undefined ? undefined : await findByReference(db, provider, reference));
