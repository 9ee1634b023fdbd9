// The only file that knows how mandates are kept.
import type { Mandate, Payment, Result } from '#contracts';
import type { Database } from '#lib/database';
import { fail } from '#lib/errors';
import { actor, table } from '#mixins/actors';

const mandateStore = table<Mandate>({ name: 'mandates', changing: ['customer', 'method', 'set_up'] });

export const mandateActor = actor({ name: 'mandate', store: mandateStore, missing: 'MANDATE_NOT_FOUND' });

/** Throws MANDATE_NOT_FOUND. */
export async function mandateOf(db: Database, id: string): Promise<Mandate> {
  const [mandate] = await mandateStore.load(db, [id], false);
  if (!mandate) throw fail('MANDATE_NOT_FOUND', { id });
  return mandate;
}

export async function readMandates(
  db: Database,
  ids: string[],
): Promise<Result<'payments.read_mandates'>['data']> {
  const { rows } = await db.query<Result<'payments.read_mandates'>['data'][number]>({
    name: 'mandates.read',
    text: 'select id mandate_id, status from mandates where id = any($1::uuid[]) order by id',
    values: [ids],
  });
  return rows;
}

interface Use {
  mandate_id: string;
  use: 'set_up' | 'charge';
}

/** What a payment does with a mandate; undefined for most. */
async function useOf(db: Database, payment_id: string): Promise<Use | undefined> {
  const { rows } = await db.query<Use>({
    name: 'mandates.use',
    text: 'select mandate_id, use from mandate_payments where payment_id = $1',
    values: [payment_id],
  });
  return rows[0];
}

/** The mandate that paying sets up, if so. Throws PAYMENT_NOT_OPEN for a payment that charges one: nobody pays it by hand. */
export async function mandateToSetUp(db: Database, { id, purpose }: Payment): Promise<string | undefined> {
  const its = await useOf(db, id);
  if (its?.use === 'charge') throw fail('PAYMENT_NOT_OPEN', { purpose_id: purpose.id });
  return its?.mandate_id;
}

/** The mandate that a payment charges. Throws MANDATE_NOT_FOUND. */
export async function mandateToCharge(db: Database, payment_id: string): Promise<Mandate> {
  const its = await useOf(db, payment_id);
  if (!its) throw fail('MANDATE_NOT_FOUND', { payment_id });
  return mandateOf(db, its.mandate_id);
}
