import pg from 'pg';
import { connect } from '#lib/postgres/client';
import { withLock } from '#lib/postgres/lock';
import { derive } from '#lib/postgres/secrets';
import { world } from '#lib/world';

export interface Provisioning {
  /** A role that may create roles and databases. */
  adminUrl: string;
  services: string[];
  /** Database and role of a service are named `${prefix}${service}`. */
  prefix: string;
  /** The roles' passwords are derived from it. */
  roleSecret: string;
  /** How many connections each service will open at most. */
  connectionsPerService: number;
}

/**
 * Gives each service a database and a role that can open no other; returns the URL per service. Creates only what is
 * missing; several processes may do so at once. Throws when max_connections is too small for the services.
 */
export async function provision(options: Provisioning): Promise<Map<string, string>> {
  const admin = await connect(options.adminUrl, NAME);
  try {
    await refuseIfTooMany(admin, options);
    const accounts = options.services.map((service) => accountOf(service, options));
    await withLock(admin, NAME, () => makeAccounts(admin, accounts));
    return new Map(accounts.map(({ service, url }) => [service, url]));
  } finally {
    await admin.end();
  }
}

const NAME = 'commonweal provision';

interface Account {
  service: string;
  /** Of the role and of its database. */
  name: string;
  password: string;
  url: string;
}

/** The name of a service's role and database, and their URL. */
export function accountOf(
  service: string,
  { adminUrl, prefix, roleSecret }: Pick<Provisioning, 'adminUrl' | 'prefix' | 'roleSecret'>,
): Account {
  const name = `${prefix}${service}`;
  const password = derive(roleSecret, `role ${name}`);
  const url = new URL(adminUrl);
  url.username = name;
  url.password = password;
  url.pathname = `/${name}`;
  return { service, name, password, url: url.href };
}

/** Tries for up to 2 s: connections of a platform that was just killed take a moment to close. */
async function refuseIfTooMany(
  admin: pg.Client,
  { services, connectionsPerService }: Provisioning,
): Promise<void> {
  const needed = services.length * connectionsPerService;
  const deadline_ms = world.nowMs() + 2000;
  for (;;) {
    const { version, max, reserved, used } = await limits(admin);
    // Before 15 everybody could create tables in the public schema, and its owner could not forbid it.
    if (version < 150_000)
      throw new Error('This Postgres is too old: the platform needs version 15 or newer.');
    if (needed <= max - reserved - used) return;
    if (world.nowMs() > deadline_ms) {
      throw new Error(
        `${services.length} services with ${connectionsPerService} connections each need ${needed}, ` +
          `but Postgres has only ${max - reserved - used} left (max_connections ${max}, reserved ` +
          `${reserved}, in use ${used}). Raise max_connections to at least ${needed + reserved + used}, ` +
          'or run fewer services here (SERVICES).',
      );
    }
    await world.sleep(50);
  }
}

interface Limits {
  version: number;
  max: number;
  reserved: number;
  used: number;
}

async function limits(admin: pg.Client): Promise<Limits> {
  // reserved_connections came with Postgres 16; everybody can read numbackends, unlike pg_stat_activity. Ours
  // (1) is about to close.
  const { rows } = await admin.query<Limits>(
    `select current_setting('server_version_num')::int as version,
       current_setting('max_connections')::int as max,
       current_setting('superuser_reserved_connections')::int
         + coalesce(current_setting('reserved_connections', true), '0')::int as reserved,
       (select sum(numbackends)::int - 1 from pg_stat_database) as used`,
  );
  return rows[0]!;
}

async function makeAccounts(admin: pg.Client, accounts: Account[]): Promise<void> {
  const names = accounts.map(({ name }) => name);
  const roles = await namesFrom(admin, 'select rolname as name from pg_roles where rolname = any($1)', names);
  const databases = await namesFrom(
    admin,
    'select datname as name from pg_database where datname = any($1)',
    names,
  );
  for (const { name, password } of accounts) {
    if (!roles.has(name)) await makeRole(admin, name, password);
    if (!databases.has(name)) await admin.query(`create database ${quote(name)} owner ${quote(name)}`);
  }
  const open = `select datname as name from pg_database where datname = any($1) and has_database_privilege('public', oid, 'connect')`;
  for (const name of await namesFrom(admin, open, names)) {
    await admin.query(`revoke all on database ${quote(name)} from public`);
  }
  await Promise.all(accounts.map((account) => enter(admin, account)));
}

async function namesFrom(admin: pg.Client, sql: string, names: string[]): Promise<Set<string>> {
  const { rows } = await admin.query<{ name: string }>(sql, [names]);
  return new Set(rows.map(({ name }) => name));
}

async function makeRole(admin: pg.Client, name: string, password: string): Promise<void> {
  const role = quote(name);
  await admin.query(
    `create role ${role} login nosuperuser nocreatedb nocreaterole noreplication password ${literal(password)}`,
  );
  // Without superuser rights one can create a database only for a role that one is a member of.
  const { rows } = await admin.query<{ rolsuper: boolean }>(
    'select rolsuper from pg_roles where rolname = current_user',
  );
  if (!rows[0]!.rolsuper) await admin.query(`grant ${role} to current_user`);
}

/** Logs in as the service: checks that its URL works (a changed password is reset), and closes its schema to others. */
async function enter(admin: pg.Client, { name, password, url }: Account): Promise<void> {
  let service = await logIn(url);
  if (!service) {
    await admin.query(`alter role ${quote(name)} login password ${literal(password)}`);
    service = await logIn(url);
  }
  if (!service)
    throw new Error(
      `Postgres refuses the password of role ${name}, though it was just set. Does pg_hba.conf let it in?`,
    );
  try {
    const { rows } = await service.query<{ open: boolean }>(
      `select has_schema_privilege('public', 'public', 'usage') as open`,
    );
    if (rows[0]!.open) await service.query('revoke all on schema public from public');
  } finally {
    await service.end();
  }
}

/** Undefined when the password (28P01) or the role (28000: it may not log in) is refused. */
async function logIn(url: string): Promise<pg.Client | undefined> {
  return connect(url, NAME).catch((error: pg.DatabaseError) => {
    if (error.code === '28P01' || error.code === '28000') return undefined;
    throw error;
  });
}

const quote = (name: string): string => pg.escapeIdentifier(name);
const literal = (text: string): string => pg.escapeLiteral(text);
