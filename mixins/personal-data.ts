// What a service keeps of people, declared beside its tables: for them to see (GDPR, articles 15 and 20), page by page.
import { fail } from '#lib/errors';
import { planned } from '#lib/database';
import { EXPORT_ROWS } from '#lib/pagination';
import type { PersonalAbout, PersonalData, PersonalTable } from '#lib/personal';
import { defineMixin, type Service } from '#lib/service';

/** Where to go on in a service's tables; empty at the beginning. */
export interface PersonalCursor {
  table?: string;
  after?: string;
}

/** Rows of one table, as a service answers them; no table where it has none. */
export interface PersonalPage {
  about: PersonalAbout;
  table: { name: string; what: string; fields: Record<string, string> } | null;
  rows: object[];
  next: PersonalCursor | null;
}

/** Replies with a page of what is kept of a user, as `<service>.personalData`; null where the service has declared nothing. */
export function personalData(declared: PersonalData | undefined) {
  async function look(
    service: Service,
    user_id: string,
    cursor: PersonalCursor,
  ): Promise<PersonalPage | null> {
    if (!declared) return null;
    const { purposes, recipients, retention, tables } = declared;
    const about = { purposes, recipients, retention };
    const names = Object.keys(tables);
    const { table: name = names[0], after = null } = cursor;
    if (name === undefined) return { about, table: null, rows: [], next: null };
    const table = tables[name];
    if (!table) throw fail('VALIDATION_FAILED', { errors: [{ pointer: '/table', message: 'is not here' }] });
    const found = await readPage(service, name, table, { user_id, after });
    const following = names[names.indexOf(name) + 1];
    return {
      about,
      table: { name, what: table.what, fields: table.fields },
      rows: found.rows,
      next:
        found.last !== null ? { table: name, after: found.last } : following ? { table: following } : null,
    };
  }

  return defineMixin<Service>({
    actions: {
      personalData: {
        visibility: 'public',
        handler({ params: { user_id, ...cursor } }: { params: PersonalCursor & { user_id: string } }) {
          return look(this, user_id, cursor);
        },
      },
    },
  });
}

/** The rows after `after`, and the last of them where there are more. */
async function readPage(
  { db }: Service,
  name: string,
  { where, key = 'id', fields }: PersonalTable,
  { user_id, after }: { user_id: string; after: string | null },
): Promise<{ rows: object[]; last: string | null }> {
  // Only the given conditions, so that each page begins where the last ended, in an index.
  const begin = after === null ? '' : `and ${key} > $2::uuid`;
  const { rows } = await db.query<{ [LAST]: string }>({
    name: planned(`personal data ${name} ${begin}`),
    text: `select ${Object.keys(fields).join(', ')}, ${key} "${LAST}" from ${name} where (${where}) ${begin}
      order by ${key} limit ${EXPORT_ROWS + 1}`,
    values: after === null ? [user_id] : [user_id, after],
  });
  const shown = rows.slice(0, EXPORT_ROWS);
  return {
    rows: shown.map(({ [LAST]: _last, ...row }) => row),
    last: rows.length > EXPORT_ROWS ? shown.at(-1)![LAST] : null,
  };
}

const LAST = '(key)';
