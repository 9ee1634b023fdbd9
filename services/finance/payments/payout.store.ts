// The only file that knows how payouts and write-offs are kept.
import type { Payout, WriteOff } from '#contracts';
import { planned, type Database } from '#lib/database';
import { actor, table } from '#mixins/actors';
import { books } from './payment.store.ts';

export const payoutActor = actor({
  name: 'payout',
  store: table<Payout>({ name: 'payouts', changing: ['reason', 'ended_at'] }),
  missing: 'PAYOUT_NOT_FOUND',
  ledger: books,
});

/** Made once, and never changed. */
export const writeOffActor = actor({
  name: 'write-off',
  store: table<WriteOff>({ name: 'write_offs', changing: [] }),
  missing: 'PAYOUT_NOT_FOUND',
  ledger: books,
});

interface Wanted {
  beneficiary: string | null;
  before: string | null;
  limit: number;
}

/** Payouts, newest first: those before `before`. */
export const listPayouts = (db: Database, wanted: Wanted): Promise<Payout[]> => listed(db, 'payouts', wanted);

/** Write-offs, newest first: those before `before`. */
export const listWriteOffs = (db: Database, wanted: Wanted): Promise<WriteOff[]> =>
  listed(db, 'write_offs', wanted);

async function listed<T extends object>(
  db: Database,
  name: 'payouts' | 'write_offs',
  { beneficiary, before, limit }: Wanted,
): Promise<T[]> {
  const { rows } = await db.query<T>({
    name: planned(`${name}.list`),
    text: `select * from ${name} where ($1::text is null or beneficiary = $1) and ($2::uuid is null or id < $2)
      order by id desc limit $3`,
    values: [beneficiary, before, limit],
  });
  return rows;
}
