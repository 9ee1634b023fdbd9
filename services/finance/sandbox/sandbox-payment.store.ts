// The only file that knows how the sandbox stores payments.
import type { SandboxPayment } from '#contracts';
import type { Database } from '#lib/database';
import { fail } from '#lib/errors';
import { actor, table } from '#mixins/actors';

export const sandboxPaymentStore = table<SandboxPayment>({
  name: 'sandbox_payments',
  changing: ['captured_amount', 'refunded_amount', 'disputed_amount', 'behaviour', 'reports', 'sent'],
});

export const sandboxPaymentActor = actor({
  name: 'sandbox payment',
  store: sandboxPaymentStore,
  missing: 'PAYMENT_NOT_FOUND',
});

export async function findPayment(db: Database, id: string): Promise<SandboxPayment | undefined> {
  const { rows } = await db.query<SandboxPayment>({
    name: 'sandbox.get',
    text: 'select * from sandbox_payments where id = $1',
    values: [id],
  });
  return rows[0];
}

/** Throws PAYMENT_NOT_FOUND. */
export async function paymentOf(db: Database, id: string): Promise<SandboxPayment> {
  const payment = await findPayment(db, id);
  if (!payment) throw fail('PAYMENT_NOT_FOUND', { id });
  return payment;
}
