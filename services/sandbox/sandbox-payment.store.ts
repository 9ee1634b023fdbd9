// The only file that knows how the sandbox keeps payments.
import type { SandboxPayment } from '#contracts';
import type { Database } from '#lib/database';

export async function openPayment(
  db: Database,
  { id, amount, currency, created_at }: SandboxPayment,
): Promise<void> {
  await db.query({
    name: 'sandbox.open',
    text: 'insert into sandbox_payments (id, amount, currency, created_at) values ($1, $2, $3, $4) on conflict do nothing',
    values: [id, amount, currency, created_at],
  });
}

export async function findPayment(db: Database, id: string): Promise<SandboxPayment | undefined> {
  const { rows } = await db.query<SandboxPayment>({
    name: 'sandbox.get',
    text: 'select * from sandbox_payments where id = $1',
    values: [id],
  });
  return rows[0];
}
