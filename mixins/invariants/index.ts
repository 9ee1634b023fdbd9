// What must always be true of a service's own database, declared beside its rules and checked page by page.
import type { Verified } from '#contracts';
import type { Database } from '#lib/database';
import { fail } from '#lib/errors';
import { defineMixin, type Service } from '#lib/service';

type Violation = Verified['violations'][number];

/** The result of one check. `next`: where the next one begins; null: it was the last. */
export interface Look {
  checked: number;
  violations: Violation[];
  next: string | null;
}

/** Checks what comes after `after`, in parts that take well under the 8 s limit of a statement. */
export type Check = (db: Database, after: string | null) => Promise<Look>;

/** The same as a service's reply: `next` is the request to make then. */
export type Looked = Omit<Look, 'next'> & { invariant: string; next: Asked | null };
export interface Asked {
  invariant?: string;
  after?: string | null;
}

/**
 * Replies with the violations in one part of one invariant, as `<service>.invariants`. Throws VALIDATION_FAILED for an
 * unknown invariant.
 */
export function invariants(checks: Record<string, Check>) {
  const names = Object.keys(checks);
  const all = new Map(Object.entries(checks));

  async function look(db: Database, { invariant: name = names[0]!, after = null }: Asked): Promise<Looked> {
    const check = all.get(name);
    if (!check)
      throw fail('VALIDATION_FAILED', { errors: [{ pointer: '/invariant', message: 'is not here' }] });
    const { next, ...found } = await check(db, after);
    const following = names[names.indexOf(name) + 1];
    const rest = following === undefined ? null : { invariant: following };
    return { invariant: name, ...found, next: next === null ? rest : { invariant: name, after: next } };
  }

  return defineMixin<Service>({
    actions: {
      invariants: {
        visibility: 'public',
        handler({ params }: { params: Asked }) {
          return look(this.db, params);
        },
      },
    },
  });
}

// 10,000 rows take some 100 ms, with whatever is looked up for each.
const PAGE = 10_000;
// More would not be read.
const SHOWN = 100;

interface Row {
  checked: number;
  last: string | null;
  violations: Violation[];
}

/**
 * Checks the rows of a table with an `id`, in its order. `wrong` selects `key` and `found` (the violation) from `page`,
 * and may join anything else. A page and what is joined to it are of one moment.
 */
export const ofRows =
  (table: string, wrong: string): Check =>
  async (db, after) => {
    const { rows } = await db.query<Row>(
      `with page as materialized (
          select * from ${table} where $1::uuid is null or id > $1 order by id limit ${PAGE}),
        wrong as materialized (${wrong})
      select (select count(*) from page) checked, (select id from page order by id desc limit 1) last, ${FOUND}`,
      [after],
    );
    const { checked, last, violations } = rows[0]!;
    return { checked, violations, next: checked === PAGE ? last : null };
  };

const FOUND = `(select coalesce(json_agg(json_build_object('key', key::text, 'found', found)), '[]')
  from (select key, found from wrong limit ${SHOWN}) w) violations`;

/** Checks what one statement can read. `all` counts what it reads. */
export const ofAll =
  (all: string, wrong: string): Check =>
  async (db) => {
    const { rows } = await db.query<Omit<Row, 'last'>>(
      `with wrong as materialized (${wrong}) select (${all}) checked, ${FOUND}`,
    );
    return { ...rows[0]!, next: null };
  };

/** Each step of an actor's history begins where the last ended, the last ends at its status, and no command moves it twice. */
export const histories = (table: string, beginning: string): Check =>
  ofRows(
    table,
    `select id key, format('it is %s, its history %s', status, coalesce(history, 'none')) found
    from page cross join lateral (
      select string_agg(from_status || ' → ' || to_status, ', ' order by seq) history,
        coalesce((array_agg(to_status order by seq desc))[1], '${beginning}') last,
        coalesce(bool_and(from_status = before), true) joined,
        count(command_id) > count(distinct command_id) repeated
      from (select *, lag(to_status, 1, '${beginning}') over (order by seq) before
        from transitions where key = page.id) steps) h
    where status <> last or not joined or repeated`,
  );
