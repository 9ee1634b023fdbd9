import { fail } from '#lib/errors';

// The default number of rows on a page.
const LIMIT = 20;

/** Where a page begins (below the id in its cursor) and how many rows to read: one more than it shows. */
export function pageQuery({ cursor, limit = LIMIT }: { cursor?: string; limit?: number }) {
  return { before: cursor === undefined ? null : idIn(cursor), limit: limit + 1 };
}

/** A page of the rows read by `pageQuery`. Cursors are opaque: their content may change. */
export function toPage<T extends { id: string }>(rows: T[], { limit }: { limit: number }) {
  const data = rows.slice(0, limit - 1);
  const last = data.at(-1);
  return {
    data,
    next_cursor: rows.length === limit && last ? Buffer.from(last.id).toString('base64url') : null,
  };
}

function idIn(cursor: string): string {
  const id = Buffer.from(cursor, 'base64url').toString();
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return id;
  throw fail('VALIDATION_FAILED', {
    errors: [{ pointer: '/cursor', message: 'must be the next_cursor of the previous page' }],
  });
}

/** How many rows an export reads at a time. */
export const EXPORT_ROWS = 500;

/** A page of an export, of the rows that were read: one more than it shows. The next begins after the last row's `keyOf`. */
export function toExportPage<T>(rows: T[], keyOf: (row: T) => string) {
  const data = rows.slice(0, EXPORT_ROWS);
  const last = data.at(-1);
  return { data, next_cursor: rows.length > EXPORT_ROWS && last ? keyOf(last) : null };
}
