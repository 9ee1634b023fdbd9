// What must always hold of what a service keeps, declared beside its rules and looked at page by page.
import type { VerifiedInvariant } from '#contracts';
import { fail } from '#lib/errors';
import { defineMixin, type Service } from '#lib/service';

type Violation = VerifiedInvariant['violations'][number];

/** The result of one check. `next`: where the next one begins; null: it was the last. */
export interface Look {
  checked: number;
  violations: Violation[];
  next: string | null;
}

/**
 * Looks at what comes after `after`, a part that takes well under the 8 s that a statement may. It may call other
 * services, and hold what they answer against its own (between.ts).
 */
export type Check = (service: Service, after: string | null) => Promise<Look>;

/** Where to go on in a service's invariants; empty at the beginning. */
export interface InvariantCursor {
  invariant?: string;
  after?: string | null;
}

/** The look at a part of one invariant, as a service answers it; no data where it has no invariants. */
export interface InvariantPage {
  data: (Omit<Look, 'next'> & { invariant: string })[];
  next: InvariantCursor | null;
}

/**
 * Replies with the violations in one part of one invariant, as `<service>.invariants`. Throws VALIDATION_FAILED for an
 * unknown invariant.
 */
export function invariants(checks: Record<string, Check>) {
  const names = Object.keys(checks);
  const all = new Map(Object.entries(checks));

  async function look(service: Service, cursor: InvariantCursor): Promise<InvariantPage> {
    const { invariant = names[0], after = null } = cursor;
    if (invariant === undefined) return { data: [], next: null };
    const check = all.get(invariant);
    if (!check)
      throw fail('VALIDATION_FAILED', { errors: [{ pointer: '/invariant', message: 'is not here' }] });
    const { next, ...found } = await check(service, after);
    const following = names[names.indexOf(invariant) + 1];
    const rest = following === undefined ? null : { invariant: following };
    return { data: [{ invariant, ...found }], next: next === null ? rest : { invariant, after: next } };
  }

  return defineMixin<Service>({
    actions: {
      invariants: {
        visibility: 'public',
        handler({ params }: { params: InvariantCursor }) {
          return look(this, params);
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
  async ({ db }, after) => {
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
  async ({ db }) => {
    const { rows } = await db.query<Omit<Row, 'last'>>(
      `with wrong as materialized (${wrong}) select (${all}) checked, ${FOUND}`,
    );
    return { ...rows[0]!, next: null };
  };

/** Each step of an actor's history begins where the last ended, the last ends at its status, and no command moves it twice. */
export const histories = (table: string, beginning: string): Check => historiesFrom(table, `'${beginning}'`);

/** The same where actors begin in one status or another: as `beginning` says of their row, in SQL. */
export const historiesFrom = (table: string, beginning: string): Check =>
  ofRows(
    table,
    `select id key, format('it is %s, its history %s', status, coalesce(history, 'none')) found
    from page cross join lateral (
      select string_agg(from_status || ' → ' || to_status, ', ' order by seq) history,
        coalesce((array_agg(to_status order by seq desc))[1], ${beginning}) last,
        coalesce(bool_and(from_status = before), true) joined,
        count(command_id) > count(distinct command_id) repeated
      from (select *, lag(to_status, 1, ${beginning}) over (order by seq) before
        from transitions where key = page.id) steps) h
    where status <> last or not joined or repeated`,
  );
