// All that the platform keeps of somebody, in all databases of its services, as text.
import type { TestPlatform } from '#test/platform';

// What time alone changes: work that is waited for, or was done, and what is kept of requests and messages.
const FLEETING = ['timers', 'outbox', 'deliveries', 'inbox'];

/** The rows that have one of these texts, by database and table. */
export async function keptOf(platform: TestPlatform, texts: string[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (const service of Object.keys(platform.settings.databases)) {
    const db = platform.db(service);
    const { rows: tables } = await db.query<{ name: string }>(
      `select table_name "name" from information_schema.tables
       where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
    );
    for (const { name } of tables.filter(({ name }) => !FLEETING.includes(name))) {
      const { rows } = await db.query<{ row: string }>(
        `select it::text "row" from "${name}" it where it::text like any ($1) order by 1`,
        [texts.map((text) => `%${text}%`)],
      );
      if (rows.length > 0)
        found.set(
          `${service}.${name}`,
          rows.map(({ row }) => row),
        );
    }
  }
  return found;
}
