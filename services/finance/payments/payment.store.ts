// The only file that knows how payments and webhooks are kept.
import { beneficiaryKinds, type Payment, type Webhook } from '#contracts';
import { planned, type Database } from '#lib/database';
import { actor, table } from '#mixins/actors';
import { ledger } from '#mixins/ledger';
import type { PaymentState } from './payment-state.rules.ts';

// One that came before its payment or its type was known comes again, and then has become something else.
const AGAIN = `on conflict (provider, webhook_id, digest) do update set outcome = excluded.outcome, payment_id = excluded.payment_id
  where webhooks.outcome in ('payment_not_known', 'type_not_known')`;

// One payment uses one mandate.
const ALREADY = 'on conflict do nothing';

export const paymentStore = table<PaymentState>({
  name: 'payments',
  changing: [
    'reference',
    'captured_amount',
    'refunded_amount',
    'charged_back_amount',
    'fee_amount',
    'is_counted',
    'facts',
    'refunds',
    'holds',
  ],
  records: { webhooks: AGAIN, mandate_payments: ALREADY },
});

/** A beneficiary can't give what it hasn't got; those outside, and the platform itself, may owe. */
export const books = ledger({ floors: Object.fromEntries(beneficiaryKinds.map((kind) => [kind, 0])) });

export const paymentActor = actor({
  name: 'payment',
  store: paymentStore,
  missing: 'PAYMENT_NOT_FOUND',
  ledger: books,
});

/** All that an admin sees of a payment: not the facts behind it. */
const SHOWN = `id, purpose, beneficiary, provider, reference, amount, currency, status, captured_amount, refunded_amount,
  charged_back_amount, fee_amount, refunds, created_at, version`;

const WEBHOOK = 'id, provider, webhook_id, payment_id, type, body, outcome, received_at';

/** With the digest of its content: under one id, each content is a webhook of its own. */
export type RecordedWebhook = Webhook & { digest: string };

export const shown = ({
  facts: _facts,
  holds: _holds,
  is_counted: _counted,
  ...payment
}: PaymentState): Payment => payment;

export async function findPayment(db: Database, id: string): Promise<PaymentState | undefined> {
  const [payment] = await paymentStore.load(db, [id], false);
  return payment;
}

/** The id of the payment that its provider calls so. */
export async function findByReference(
  db: Database,
  provider: string,
  reference: string,
): Promise<string | undefined> {
  const { rows } = await db.query<{ id: string }>({
    name: 'payments.reference',
    text: 'select id from payments where reference = $2 and provider = $1',
    values: [provider, reference],
  });
  return rows[0]?.id;
}

export async function listPaymentsOf(db: Database, purpose_id: string): Promise<Payment[]> {
  const { rows } = await db.query<Payment>({
    name: 'payments.list',
    text: `select ${SHOWN} from payments where purpose ->> 'id' = $1 order by id`,
    values: [purpose_id],
  });
  return rows;
}

/** Keeps a webhook that moves no payment. */
export async function recordWebhook(db: Database, webhook: RecordedWebhook): Promise<void> {
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
    text: `select ${WEBHOOK} from webhooks where payment_id = $1 order by id limit 1000`,
    values: [payment_id],
  });
  return rows;
}

export async function findWebhook(db: Database, id: string): Promise<RecordedWebhook | undefined> {
  const { rows } = await db.query<RecordedWebhook>({
    name: 'webhooks.get',
    text: 'select * from webhooks where id = $1',
    values: [id],
  });
  return rows[0];
}

interface WantedWebhooks {
  payment_id: string | null;
  outcome: string | null;
  before: string | null;
  limit: number;
}

/** Webhooks, newest first: those before `before`. */
export async function listWebhooks(
  db: Database,
  { payment_id, outcome, before, limit }: WantedWebhooks,
): Promise<Webhook[]> {
  const { rows } = await db.query<Webhook>({
    name: planned('webhooks.page'),
    text: `select ${WEBHOOK} from webhooks where ($1::uuid is null or payment_id = $1) and ($2::text is null or outcome = $2)
      and ($3::uuid is null or id < $3) order by id desc limit $4`,
    values: [payment_id, outcome, before, limit],
  });
  return rows;
}
