// The only file that knows how it is kept where accounts were signed in to.
import type { Database } from '#lib/database';
import type { Instant } from '#lib/world';

/** Whether a user has signed in from there before. Without a user it looks as well: the time must not tell. */
export async function isKnownNetwork(
  db: Database,
  user_id: string | undefined,
  network: string,
): Promise<boolean> {
  const { rowCount } = await db.query({
    name: 'known_networks.find',
    text: 'select from known_networks where user_id = $1 and network = $2',
    values: [user_id ?? NOBODY, network],
  });
  return rowCount === 1;
}

/** Remembers it; whether it is new to a user who has signed in elsewhere before. */
export async function rememberNetwork(
  tx: Database,
  user_id: string,
  network: string,
  at: Instant,
): Promise<boolean> {
  const { rows } = await tx.query<{ is_new: boolean }>({
    name: 'known_networks.remember',
    text: `with before as (select from known_networks where user_id = $1 limit 1),
      seen as (
        insert into known_networks (user_id, network, last_at) values ($1, $2, $3)
        on conflict (user_id, network) do update set last_at = excluded.last_at returning xmax = 0 is_new)
      select is_new and exists (select from before) is_new from seen`,
    values: [user_id, network, at],
  });
  return rows[0]!.is_new;
}

/** As if a user had signed in nowhere. */
export async function forgetNetworks(tx: Database, user_id: string): Promise<void> {
  await tx.query('delete from known_networks where user_id = $1', [user_id]);
}

const NOBODY = '00000000-0000-0000-0000-000000000000';
