// The only file that knows how users are stored.
import type { Result, User } from '#contracts';
import { planned, type Database } from '#lib/database';
import { fail } from '#lib/errors';
import type { Instant } from '#lib/world';

const COLUMNS = 'id, email, name, verified_at is not null email_verified, created_at';
const OWN = `${COLUMNS}, version`;

/**
 * The user with this id, for letters and receipts about what is under way with them: also one who has deleted their account.
 * Throws USER_NOT_FOUND, also of one who was erased.
 */
export const findUser = (db: Database, id: string): Promise<User> =>
  find(db, id, { as: 'known', where: 'erased_at is null' });

/** The user as others see them. Throws USER_NOT_FOUND, also where they have deleted their account. */
export const findProfile = (db: Database, id: string): Promise<User> =>
  find(db, id, { as: 'shown', where: IS_SHOWN });

/** The user as they see themselves. Throws USER_NOT_FOUND likewise. */
export const findOwnProfile = (db: Database, id: string): Promise<OwnProfile> =>
  find(db, id, { as: 'own', where: IS_SHOWN, columns: OWN });

export type OwnProfile = User & { version: number };

/** Of whom nothing is shown: who was erased, and who has deleted their account and may take that back. */
export const IS_SHOWN = 'erased_at is null and deleted_at is null';

async function find<T extends User>(
  db: Database,
  id: string,
  { as, where, columns = COLUMNS }: { as: string; where: string; columns?: string },
): Promise<T> {
  const { rows } = await db.query<T>({
    name: `users.find ${as}`,
    text: `select ${columns} from users where id = $1 and ${where}`,
    values: [id],
  });
  const [user] = rows;
  if (!user) throw fail('USER_NOT_FOUND', { user_id: id });
  return user;
}

interface Wanted {
  /** Part of a name or an address. */
  q: string | null;
  before: string | null;
  limit: number;
}

/** Users, newest first: those before `before`. */
export async function listUsers(db: Database, { q, before, limit }: Wanted): Promise<User[]> {
  const { rows } = await db.query<User>({
    name: planned('users.list'),
    text: `select ${COLUMNS} from users
      where ${IS_SHOWN} and ($1::uuid is null or id < $1)
        and ($2::text is null or position(lower($2) in lower(name)) > 0 or position(lower($2) in email) > 0)
      order by id desc limit $3`,
    values: [before, q?.replaceAll('\0', ' ') ?? null, limit],
  });
  return rows;
}

type Contacts = Result<'users.read_contacts'>['data'];

/** How these users are called and reached, those who are shown. */
export async function findContacts(db: Database, ids: string[]): Promise<Contacts> {
  const { rows } = await db.query<Contacts[number]>({
    name: planned('users.contacts'),
    text: `select id user_id, name, email from users where id = any($1) and ${IS_SHOWN}`,
    values: [ids],
  });
  return rows;
}

/** Whether this user is new. An existing one with the same id stays as it is. */
export async function insertUser(db: Database, { id, email, name, created_at }: User): Promise<boolean> {
  const { rowCount } = await db.query({
    name: 'users.insert',
    text: `insert into users (id, email, name, created_at) values ($1, $2, $3, $4)
      on conflict (id) do nothing`,
    values: [id, email, name, created_at],
  });
  return rowCount === 1;
}

/** The user under another name. Throws USER_NOT_FOUND, and PRECONDITION_FAILED unless their version is one of `versions`. */
export async function saveName(
  db: Database,
  id: string,
  name: string,
  versions: readonly number[] | undefined,
): Promise<OwnProfile> {
  const { rows } = await db.query<OwnProfile>(
    `update users set name = $2, version = version + 1
     where id = $1 and erased_at is null and ($3::int[] is null or version = any($3)) returning ${OWN}`,
    [id, name, versions ?? null],
  );
  const [user] = rows;
  if (user) return user;
  await findUser(db, id);
  throw fail('PRECONDITION_FAILED');
}

/** The user with another address, which is verified; undefined where there is none. */
export async function moveUser(
  db: Database,
  id: string,
  email: string,
  verified_at: Instant,
): Promise<User | undefined> {
  const { rows } = await db.query<User>(
    `update users set email = $2, verified_at = $3, version = version + 1 where id = $1 and erased_at is null returning ${COLUMNS}`,
    [id, email, verified_at],
  );
  return rows[0];
}

/**
 * Applies `user.erased`, however often it comes. A request for a link that is under way has the user's row locked: what it
 * counts is deleted by retention.
 */
export const eraseUsers = `
  with gone as (
    select u.user_id, max(u.erased_at) erased_at from json_to_recordset($1) as d(payload json),
      json_to_record(d.payload) as u(user_id uuid, erased_at timestamptz) group by u.user_id
  ), requests as (
    delete from verification_requests using gone where verification_requests.user_id = gone.user_id
  )
  update users set email = null, name = null, verified_at = null, erased_at = gone.erased_at
  from gone where id = user_id and users.erased_at is null`;

/** Applies `user.deleted` and `user.restored`, in any order and however often: of a user the highest version counts. */
export const hideUsers = `
  with newest as (
    select distinct on (u.user_id) u.user_id, u.deleted_at, u.version from json_to_recordset($1) as d(payload json),
      json_to_record(d.payload) as u(user_id uuid, deleted_at timestamptz, version int)
    order by u.user_id, u.version desc
  )
  update users set deleted_at = newest.deleted_at, deletion_version = newest.version
  from newest where id = user_id and users.deletion_version < newest.version`;
