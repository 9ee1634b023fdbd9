import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { query, until } from '#lib/postgres/fixtures';
import { migrate, migrateFrom } from '#lib/postgres/migrate';
import { provision } from '#lib/postgres/provision';
import { world } from '#lib/world';
import { dropDatabases, testDatabases, testServer } from '#test/postgres';

let folder: string;
let prefix: string;
let url: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'commonweal-migrations-'));
  for (const owner of ['shared', 'pledges']) await mkdir(join(folder, owner));
  prefix = `t${world.newId().slice(-12)}_`;
  const { adminUrl, secret } = testServer();
  const urls = await provision({
    adminUrl,
    services: ['pledges'],
    prefix,
    roleSecret: secret,
    connectionsPerService: 5,
  });
  url = urls.get('pledges')!;
});

afterEach(async () => {
  await rm(folder, { recursive: true });
  await dropDatabases([`${prefix}pledges`]);
});

/** Writes a migration; `name` is `<owner>/<file without .ts>`. */
async function write(name: string, ...statements: string[]): Promise<void> {
  const path = join(folder, `${name}.ts`);
  await mkdir(join(path, '..'), { recursive: true });
  const body = statements.map((sql) =>
    sql.startsWith('!') ? sql.slice(1) : `await db.sequelize.query(${JSON.stringify(sql)});`,
  );
  await writeFile(path, `export const up = async (db: any): Promise<void> => { ${body.join('\n')} };\n`);
}

const bring = (): Promise<void> =>
  migrateFrom(
    ['shared', 'pledges'].map((owner) => ({ owner, path: join(folder, owner) })),
    url,
  );

const recorded = async (): Promise<unknown[]> =>
  (await query(url, 'select name from migrations order by name')).map(({ name }) => name);

test("applies the shared migrations first, then the service's, in the order of their numbers, once", async () => {
  await write('pledges/0001-order', 'insert into log values (3)');
  await write('shared/0002-more', 'insert into log values (2)');
  await write(
    'shared/0001-log',
    '!await db.createTable("log", { id: "int" });',
    'insert into log values (1)',
  );
  await write('shared/0003-not-one.int.test', 'select 1 / 0');
  await bring();
  await bring();
  expect(await query(url, 'select array_agg(id) as ids from log')).toEqual([{ ids: [1, 2, 3] }]);
  expect(await recorded()).toEqual(['pledges/0001-order', 'shared/0001-log', 'shared/0002-more']);
});

test('is done once where several start at once', async () => {
  await write(
    'shared/0001-log',
    'create table log (id int)',
    'select pg_sleep(0.1)',
    'insert into log values (1)',
  );
  await Promise.all([1, 2, 3, 4].map(bring));
  expect(await query(url, 'select count(*)::int as count from log')).toEqual([{ count: 1 }]);
});

test('leaves nothing of a migration that fails, and applies it whole the next time', async () => {
  await write('shared/0001-log', 'create table log (id int)');
  await write('shared/0002-fails', 'create table half (id int)', 'select 1 / 0');
  await expect(bring()).rejects.toThrow(/shared\/0002-fails.*division by zero/s);
  expect(await query(url, `select to_regclass('half') as half`)).toEqual([{ half: null }]);
  expect(await recorded()).toEqual(['shared/0001-log']);

  await rm(join(folder, 'shared/0002-fails.ts'));
  await write('shared/0003-mended', 'create table half (id int)');
  await bring();
  expect(await recorded()).toEqual(['shared/0001-log', 'shared/0003-mended']);
});

test('does not continue on another connection when its own breaks', async () => {
  await write(
    'shared/0001-log',
    'create table log (id int)',
    // A migration that ignores errors, so that only the missing connection can stop it.
    '!await db.sequelize.query("select pg_sleep(60)").catch(() => undefined);',
    '!await db.sequelize.query("select 1").catch(() => undefined);',
    'create table after (id int)',
  );
  const outcome = bring().then(
    () => 'done',
    (error: Error) => error.message,
  );
  const { adminUrl } = testServer();
  const asleep = `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${prefix}pledges' and query like '%pg_sleep(60)%'`;
  await until(async () => (await query(adminUrl, asleep)).length > 0);
  expect(await outcome).toMatch(/connection to the database broke during its migration/);
  expect(await query(url, `select to_regclass('log') as log, to_regclass('after') as after`)).toEqual([
    { log: null, after: null },
  ]);
});

test('refuses a database that is newer than the code', async () => {
  await write('shared/0001-log', 'create table log (id int)');
  await write('shared/0002-newer', 'select 1');
  await bring();
  await rm(join(folder, 'shared/0002-newer.ts'));
  await expect(bring()).rejects.toThrow(
    /code is older than the database \w+_pledges, which already has shared\/0002-newer\. Start the release/,
  );
});

test('a missing folder of migrations is an error, not a service without tables', async () => {
  const moved = migrate({ name: 'pledges', folder: join(folder, 'moved'), url });
  await expect(moved).rejects.toThrow(/no migrations of pledges at .*moved\/migrations/);
  expect(await query(url, `select to_regclass('outbox') as outbox`)).toEqual([{ outbox: null }]);
});

test('creates databases for tests, and deletes them', async () => {
  const { urls, drop } = await testDatabases([{ name: 'pledges' }]);
  expect(await query(urls.get('pledges')!, 'select count(*) > -1 as there from migrations')).toEqual([
    { there: true },
  ]);
  await drop();
  await expect(query(urls.get('pledges')!, 'select')).rejects.toMatchObject({ code: '3D000' });
});
