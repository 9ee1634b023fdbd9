// The only file that knows how roles and grants are stored.
import type { Role, RoleGrant } from '#contracts';
import { builtInRoles } from '#contracts/identity/roles';
import type { Database } from '#lib/database';
import type { Instant } from '#lib/world';

const builtIn: Role[] = builtInRoles.map((role) => ({
  ...role,
  inherits: [...role.inherits],
  excludes: [...role.excludes],
  built_in: true,
}));

/** All roles, the built-in ones first, then by name. */
export async function findRoles(db: Database): Promise<Map<string, Role>> {
  const { rows } = await db.query<Omit<Role, 'built_in'>>({
    name: 'roles.all',
    text: 'select name, description, permissions, inherits, excludes from roles order by name',
  });
  return new Map(
    [...builtIn, ...rows.map((role) => ({ ...role, built_in: false }))].map((role) => [role.name, role]),
  );
}

/**
 * Whoever changes something comes here first: one transaction at a time. So what it has read stays true until it commits, and
 * changes are numbered in the order in which others see them.
 */
export const lockRoles = (tx: Database): Promise<unknown> =>
  tx.query(`select pg_advisory_xact_lock(hashtext('roles'))`);

export async function saveRole(
  tx: Database,
  { name, description, permissions, inherits, excludes }: Role,
): Promise<void> {
  await tx.query(
    `insert into roles (name, description, permissions, inherits, excludes) values ($1, $2, $3, $4, $5)
     on conflict (name) do update set description = $2, permissions = $3, inherits = $4, excludes = $5`,
    [name, description, permissions, inherits, excludes],
  );
}

/** Deletes a role, also from those who have it. */
export async function deleteRole(tx: Database, name: string): Promise<void> {
  await tx.query('delete from user_roles where role = $1', [name]);
  await tx.query('delete from roles where name = $1', [name]);
}

/** A grant as it is kept. */
export interface StoredGrant extends RoleGrant {
  user_id: string;
  revoked_at: Instant | null;
}

const COLUMNS = 'user_id, role, resource, expires_at, revoked_at, granted_by, granted_at';

export async function findGrants(db: Database, user_id: string): Promise<StoredGrant[]> {
  const { rows } = await db.query<StoredGrant>({
    name: 'user_roles.of',
    text: `select ${COLUMNS} from user_roles where user_id = $1 order by role, resource`,
    values: [user_id],
  });
  return rows;
}

/** The grants of a role, and of roles that inherit it: of all who have one of `names`. */
export async function findHolders(db: Database, names: string[]): Promise<StoredGrant[]> {
  const { rows } = await db.query<StoredGrant>(
    `select ${COLUMNS} from user_roles where user_id in (select user_id from user_roles where role = any($1))
     order by user_id, role, resource`,
    [names],
  );
  return rows;
}

/** Whoever has the role admin. */
export async function findAdmins(db: Database): Promise<StoredGrant[]> {
  const { rows } = await db.query<StoredGrant>(`select ${COLUMNS} from user_roles where role = 'admin'`);
  return rows;
}

export async function saveGrant(tx: Database, grant: StoredGrant): Promise<void> {
  const { user_id, role, resource, expires_at, revoked_at, granted_by, granted_at } = grant;
  await tx.query(
    `insert into user_roles (${COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (user_id, role, resource)
       do update set expires_at = $4, revoked_at = $5, granted_by = $6, granted_at = $7`,
    [user_id, role, resource, expires_at, revoked_at, granted_by, granted_at],
  );
}

/** Whether it was there. */
export async function deleteGrant(
  tx: Database,
  { user_id, role, resource }: Pick<StoredGrant, 'user_id' | 'role' | 'resource'>,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    'delete from user_roles where user_id = $1 and role = $2 and resource is not distinct from $3',
    [user_id, role, resource],
  );
  return rowCount === 1;
}

/** Tells every node to look again: at this user, or (null) at everybody. */
export async function insertChange(tx: Database, user_id: string | null, at: Instant): Promise<void> {
  await tx.query('insert into permission_changes (user_id, at) values ($1, $2)', [user_id, at]);
}

interface Noted {
  /** The last number. */
  seq: number;
  /** The first that is kept. */
  first: number;
  rows: { user_id: string | null }[];
}

/** The changes after `since`; null: none of them, only where they are. */
export async function findChanges(db: Database, since: number | null): Promise<Noted> {
  const { rows } = await db.query<{ seq: number; first: number; user_ids: (string | null)[] }>({
    name: 'permission_changes.since',
    text: `select coalesce(max(seq), 0)::float8 seq, coalesce(min(seq), 0)::float8 first,
        coalesce(array_agg(user_id) filter (where seq > $1), '{}') user_ids
      from permission_changes`,
    values: [since],
  });
  const { seq, first, user_ids } = rows[0]!;
  return { seq, first, rows: user_ids.map((user_id) => ({ user_id })) };
}
