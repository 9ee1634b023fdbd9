// How it is kept whose address was verified, and who asked for the link to do so.
import type { Database } from '#lib/database';
import type { Instant } from '#lib/world';
import { IS_SHOWN } from './user.store.ts';

interface Address {
  email: string;
  verified_at: Instant | null;
}

const ADDRESS = `select email, verified_at from users where id = $1 and ${IS_SHOWN}`;

/** The address of a user; undefined where there is none. */
export async function findAddress(db: Database, user_id: string): Promise<Address | undefined> {
  return (await db.query<Address>(ADDRESS, [user_id])).rows[0];
}

/** The same, locked: others who verify it or ask for its link wait. */
export async function lockAddress(db: Database, user_id: string): Promise<Address | undefined> {
  return (await db.query<Address>(`${ADDRESS} for update`, [user_id])).rows[0];
}

/** When the user asked for links since `since`, the oldest first. */
export async function findRequests(db: Database, user_id: string, since: Instant): Promise<Instant[]> {
  const { rows } = await db.query<{ at: Instant }>(
    'select at from verification_requests where user_id = $1 and at > $2 order by at',
    [user_id, since],
  );
  return rows.map(({ at }) => at);
}

export async function insertRequest(db: Database, user_id: string, at: Instant): Promise<void> {
  await db.query('insert into verification_requests (user_id, at) values ($1, $2)', [user_id, at]);
}

export async function markVerified(db: Database, user_id: string, at: Instant): Promise<void> {
  await db.query('update users set verified_at = $2, version = version + 1 where id = $1', [user_id, at]);
}

/** Whether a message comes for the first time. */
export async function markHandled(
  db: Database,
  { id, name }: { id: string; name: string },
): Promise<boolean> {
  const { rowCount } = await db.query(
    'insert into inbox (command_id, command) values ($1, $2) on conflict (command_id) do nothing',
    [id, name],
  );
  return rowCount === 1;
}
