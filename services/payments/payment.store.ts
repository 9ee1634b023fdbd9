// The only file that knows how payments and webhooks are kept.
import type { Payment, Webhook } from '#contracts';
import type { Database } from '#lib/database';
import { table } from '#mixins/actors';
import type { PaymentState } from './payment.ts';

// One that came before its payment was known comes again, and then has become something else.
const AGAIN = `on conflict (provider, webhook_id) do update set outcome = excluded.outcome, payment_id = excluded.payment_id
  where webhooks.outcome = 'payment_not_known'`;

export const paymentStore = table<PaymentState>({
  name: 'payments',
  changing: ['captured_amount', 'refunded_amount', 'charged_back_amount', 'facts'],
  records: { webhooks: AGAIN },
});

/** All that an admin sees of a payment: not the facts behind it. */
const SHOWN = `id, purpose, provider, amount, currency, status, captured_amount, refunded_amount, charged_back_amount,
  created_at, version`;

export async function listPaymentsOf(db: Database, pledge_id: string): Promise<Payment[]> {
  const { rows } = await db.query<Payment>({
    name: 'payments.list',
    text: `select ${SHOWN} from payments where purpose ->> 'id' = $1 order by id`,
    values: [pledge_id],
  });
  return rows;
}

/** Keeps a webhook that moves no payment. */
export async function recordWebhook(db: Database, webhook: Webhook): Promise<void> {
  await db.query({
    name: 'webhooks.record',
    text: `insert into webhooks select * from json_populate_record(null::webhooks, $1) ${AGAIN}`,
    values: [JSON.stringify(webhook)],
  });
}

/** The webhooks of a payment, in the order they came. */
export async function listWebhooksOf(db: Database, payment_id: string): Promise<Webhook[]> {
  const { rows } = await db.query<Webhook>({
    name: 'webhooks.list',
    text: 'select * from webhooks where payment_id = $1 order by id limit 1000',
    values: [payment_id],
  });
  return rows;
}
