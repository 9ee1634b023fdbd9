import { afterEach, expect, test } from '@jest/globals';
import { query } from '#lib/postgres/fixtures';
import { provision, type Provisioning } from '#lib/postgres/provision';
import { world } from '#lib/world';
import { dropDatabases, testClient, testServer } from '#test/postgres';

const made = new Set<string>();

afterEach(async () => {
  await dropDatabases([...made]);
  made.clear();
});

function order(changes: Partial<Provisioning> = {}): Provisioning {
  const { adminUrl, secret } = testServer();
  const prefix = `t${world.newId().slice(-12)}_`;
  const options = {
    adminUrl,
    services: ['pledges', 'totals'],
    prefix,
    roleSecret: secret,
    connectionsPerService: 5,
    ...changes,
  };
  for (const service of options.services) made.add(`${prefix}${service}`);
  return options;
}

test('gives each service a database of its own, with full rights in it', async () => {
  const urls = await provision(order());
  expect([...urls.keys()]).toEqual(['pledges', 'totals']);
  await query(urls.get('pledges')!, 'create table mine (id int); create schema more; drop table mine');
  const [role] = await query(
    urls.get('pledges')!,
    'select rolsuper, rolcreatedb, rolcreaterole, rolreplication, rolbypassrls from pg_roles where rolname = current_user',
  );
  expect(new Set(Object.values(role!))).toEqual(new Set([false]));
});

test("lets no service open another's database, nor those of the server", async () => {
  const urls = await provision(order());
  const own = new URL(urls.get('pledges')!);
  const foreign = [new URL(urls.get('totals')!).pathname, '/postgres', '/template1'];
  for (const pathname of foreign) {
    const url = Object.assign(new URL(own), { pathname });
    await expect(query(url.href, 'select')).rejects.toMatchObject({ code: '42501' });
  }
});

test('closes the public schema to every other role', async () => {
  const urls = await provision(order());
  const [schema] = await query(
    urls.get('totals')!,
    `select has_schema_privilege('public', 'public', 'usage') as usage, has_database_privilege('public', current_database(), 'temp') as temp`,
  );
  expect(schema).toEqual({ usage: false, temp: false });
});

test('can be repeated, and run by several at once', async () => {
  const options = order();
  const [urls, ...others] = await Promise.all([1, 2, 3, 4].map(() => provision(options)));
  for (const other of [...others, await provision(options)]) expect(other).toEqual(urls);
});

test('resets a password that no longer works', async () => {
  const options = order();
  const before = await provision(options);
  const after = await provision({ ...options, roleSecret: 'rotated' });
  await expect(query(before.get('totals')!, 'select')).rejects.toMatchObject({ code: '28P01' });
  expect(await query(after.get('totals')!, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('completes what was interrupted: a database that is still open to everybody', async () => {
  const options = order();
  const urls = await provision(options);
  const name = `${options.prefix}totals`;
  await query(options.adminUrl, `grant connect on database ${name} to public`);
  await query(urls.get('totals')!, 'grant usage on schema public to public');
  await provision(options);
  const open = `select has_database_privilege('public', current_database(), 'connect') or has_schema_privilege('public', 'public', 'usage') as open`;
  expect(await query(urls.get('totals')!, open)).toEqual([{ open: false }]);
});

test('works for an administrator who is no superuser', async () => {
  const { adminUrl } = testServer();
  const admin = `t${world.newId().slice(-12)}_admin`;
  await query(adminUrl, `create role ${admin} login createdb createrole password 'secret'`);
  await query(adminUrl, `grant connect on database postgres to ${admin}`);
  const url = Object.assign(new URL(adminUrl), { username: admin, password: 'secret' }).href;
  const urls = await provision(order({ adminUrl: url }));
  expect(await query(urls.get('totals')!, 'select 1 as one')).toEqual([{ one: 1 }]);

  await dropDatabases([...made]);
  await query(adminUrl, `revoke connect on database postgres from ${admin}`);
  await query(adminUrl, `drop role ${admin}`);
});

test('refuses to start more than max_connections allows, with the figures', async () => {
  const refusal = provision(order({ connectionsPerService: 1000 }));
  await expect(refusal).rejects.toThrow(
    /^2 services with 1000 connections each need 2000, but Postgres has only 2\d\d left \(max_connections 300, reserved 3, in use \d+\)\. Raise/,
  );
});

test('counts connections that others have open', async () => {
  const { adminUrl } = testServer();
  const others = await Promise.all(Array.from({ length: 10 }, () => testClient(adminUrl)));
  await expect(provision(order({ services: ['pledges'], connectionsPerService: 290 }))).rejects.toThrow(
    /in use [1-9]\d/,
  );
  for (const other of others) await other.end();
});
