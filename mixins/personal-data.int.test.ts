import type { PersonalData } from '#lib/personal';
import { loadServices } from '#lib/services';
import { testDatabases, testPool, type TestDatabases } from '#test/postgres';
import { world } from '#lib/world';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

// What every service has for its messages and timers. What they say stands in the tables, or goes within days.
const OF_THE_PLATFORM = ['outbox', 'deliveries', 'inbox', 'dead_letters', 'timers', 'migrations'];
// Columns that tell of somebody, or may: JSON can hold anything.
const ABOUT_SOMEBODY =
  /(^|_)(user|donor|owner|guest|organisation|customer|caller|origin|mailbox|device|agent|ip|phone)(_|$)|e?mail|address|_name$|^name$|password|secret|birth/;

interface Column {
  table_name: string;
  column_name: string;
  data_type: string;
}

let databases: TestDatabases;
let services: Awaited<ReturnType<typeof loadServices>>;
const columns = new Map<string, Column[]>();

beforeAll(async () => {
  services = (await loadServices(null)).filter(({ database }) => database);
  databases = await testDatabases(services);
  for (const { name, personalData } of services) {
    const pool = testPool({ connectionString: databases.urls.get(name)!, max: 1 });
    const { rows } = await pool.query<Column>(
      `select table_name, column_name, data_type from information_schema.columns
       where table_schema = 'public' and table_name <> all($1)`,
      [OF_THE_PLATFORM],
    );
    columns.set(name, rows);
    // Each declared statement is one that the database understands.
    for (const [table, { where, key = 'id', fields }] of Object.entries(personalData?.tables ?? {}))
      await pool.query(
        `select ${Object.keys(fields).join(', ')} from ${table} where (${where}) and ${key} > $1::uuid order by ${key}`,
        [world.newId()],
      );
    await pool.end();
  }
});
afterAll(() => databases?.drop());

/** The columns about somebody that nobody has said anything about. */
function forgotten(all: Column[], declared: PersonalData | undefined): string[] {
  return all
    .filter(({ column_name, data_type }) => ABOUT_SOMEBODY.test(column_name) || /json/.test(data_type))
    .filter(({ table_name, column_name }) => {
      if (declared?.exceptions?.[table_name]) return false;
      const table = declared?.tables[table_name];
      if (!table) return true;
      const { fields, withheld = {}, where } = table;
      return !(
        column_name in fields ||
        column_name in withheld ||
        new RegExp(`\\b${column_name} = \\$1`).test(where)
      );
    })
    .map(({ table_name, column_name }) => `${table_name}.${column_name}`);
}

test('whatever a service keeps of people is given to them, or it is said why not', () => {
  // A column named here is new: add it to `personalData` of its service (fields, withheld), or its table to the exceptions.
  const missing = services.flatMap(({ name, personalData }) =>
    forgotten(columns.get(name)!, personalData).map((column) => `${name}: ${column}`),
  );
  expect(missing).toEqual([]);
});

test('what is said of a table or a column that is not there any more is said no more', () => {
  const stale = services.flatMap(({ name, personalData }) => {
    const tables = new Set(columns.get(name)!.map(({ table_name }) => table_name));
    const { tables: given = {}, exceptions = {} } = personalData ?? {};
    const withheld = Object.entries(given).flatMap(([table, { withheld = {} }]) =>
      Object.keys(withheld)
        .filter(
          (column) => !columns.get(name)!.some((it) => it.table_name === table && it.column_name === column),
        )
        .map((column) => `${table}.${column}`),
    );
    return [...Object.keys(exceptions).filter((table) => !tables.has(table)), ...withheld].map(
      (it) => `${name}: ${it}`,
    );
  });
  expect(stale).toEqual([]);
});

test('a new column about somebody is found, whatever its table, unless it is spoken of', () => {
  const [all, { personalData }] = [columns.get('users')!, services.find(({ name }) => name === 'users')!];
  const column = (table_name: string, column_name: string, data_type = 'text') => ({
    table_name,
    column_name,
    data_type,
  });
  const added = [column('users', 'phone'), column('users', 'facts', 'jsonb'), column('visits', 'user_id')];
  expect(forgotten([...all, ...added, column('visits', 'seats')], personalData)).toEqual([
    'users.phone',
    'users.facts',
    'visits.user_id',
  ]);
});
