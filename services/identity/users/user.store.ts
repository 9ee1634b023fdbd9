// The only file that knows how users are stored.
import type { Result, User } from '#contracts';
import { planned, type Database } from '#lib/database';
import { fail } from '#lib/errors';

/** The user with this id. Throws USER_NOT_FOUND. */
export async function findUser(db: Database, id: string): Promise<User> {
  const { rows } = await db.query<User>({
    name: 'users.find',
    text: 'select id, email, name, permissions, created_at from users where id = $1',
    values: [id],
  });
  const [user] = rows;
  if (!user) throw fail('USER_NOT_FOUND', { user_id: id });
  return user;
}

type Contacts = Result<'users.read_contacts'>['data'];

/** How these users are called and reached. */
export async function findContacts(db: Database, ids: string[]): Promise<Contacts> {
  const { rows } = await db.query<Contacts[number]>({
    name: planned('users.contacts'),
    text: 'select id user_id, name, email from users where id = any($1)',
    values: [ids],
  });
  return rows;
}

/** Whether this user is new. An existing one with the same id stays as it is. */
export async function insertUser(
  db: Database,
  { id, email, name, permissions, created_at }: User,
): Promise<boolean> {
  const { rowCount } = await db.query({
    name: 'users.insert',
    text: `insert into users (id, email, name, permissions, created_at) values ($1, $2, $3, $4, $5)
      on conflict (id) do nothing`,
    values: [id, email, name, permissions, created_at],
  });
  return rowCount === 1;
}
