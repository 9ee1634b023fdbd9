import { planned, type Database } from '#lib/database';
import { ledgerParts, type LedgerChanges } from '#mixins/ledger/rows';
import type { Recorded } from './decision.ts';
import { into, type Part } from './part.ts';

export interface State {
  id: string;
  status: string;
  version: number; // counts the commands that changed it; 0 is not saved yet
}

/** A transition, as it is kept and shown. */
export interface Step {
  key: string;
  from_status: string;
  to_status: string;
  cause: string;
  command_id: string | null;
  at: string;
}

/** A command that has had its effect, and what was answered. */
export interface Handled {
  command_id: string;
  command: string;
  input_hash: string | null;
  reply: unknown;
}

/** A message to be told, as the outbox keeps it. */
export interface Outgoing {
  message_id: string;
  name: string;
  key: string;
  payload: unknown;
  at: string;
  cause: string | null;
  by: string | null;
}

/** Everything a batch changes. */
export interface Changes<S> extends LedgerChanges {
  founded: S[];
  /** What became of an actor, and the version that it was loaded with. */
  moved: { state: S; was: number }[];
  steps: Step[];
  handled: Handled[];
  said: Outgoing[];
  records: Recorded[];
}

/** Loads and saves many actors at once. */
export interface Store<S extends State> {
  load(db: Database, keys: string[], lock: boolean): Promise<S[]>;
  save(db: Database, changes: Changes<S>): Promise<void>;
}

const STEP = 'key uuid, from_status text, to_status text, cause text, command_id uuid, at timestamptz';
const HANDLED = 'command_id uuid, command text, input_hash uuid, reply json';
const DUE = 'name text, key text, due_at timestamptz, payload json';
const SAID = 'message_id uuid, name text, key text, payload json, at timestamptz, cause text, by uuid';

/**
 * A store over one table, whose columns are the fields of the state. `changing` are those that a rule may change,
 * beside status and version. `records` are tables of rows kept beside it, each with its `on conflict` clause.
 * Rows travel as JSON: Postgres parses a batch faster than pg escapes its arrays. `save` is ONE statement, so an
 * idle service pays one round trip; and it has a part only for what there is, each of which costs some 25 µs to start.
 */
export function table<S extends State>(definition: {
  name: string;
  changing: (keyof S & string)[];
  records?: Record<string, string>;
}): Store<S> {
  const { name, changing, records = {} } = definition;
  const select = `select * from ${name} where id = any($1::uuid[]) order by id`;
  const set = [...changing, 'status', 'version'].map((column) => `${column} = s.${column}`).join(', ');
  const parts: Record<string, Part> = {
    founded: {
      writes: (n) => `insert into ${name} select * from json_populate_recordset(null::${name}, $${n})`,
    },
    moved: {
      writes: (n) => `update ${name} t set ${set}
        from json_to_recordset($${n}) as m(was int, state json), json_populate_record(null::${name}, state) s
        where t.id = s.id and t.version = was returning 1`,
      answers: (n) =>
        `case when (select count(*) from moved) < json_array_length($${n}) then refuse_stale() end`,
    },
    steps: { writes: into('transitions', STEP) },
    handled: { writes: into('inbox', HANDLED) },
    said: { writes: into('outbox', SAID), answers: () => `pg_notify('outbox', '')` },
    scheduled: {
      writes: (n) => `${into('deadlines', DUE)(n)} on conflict (name, key) do update
        set due_at = excluded.due_at, payload = excluded.payload, attempts = 0, error = null, leased_until = null`,
    },
    unscheduled: {
      writes: (n) => `delete from deadlines d using json_to_recordset($${n}) as s(name text, key text)
        where d.name = s.name and d.key = s.key`,
    },
    ...ledgerParts,
  };
  for (const [beside, onConflict] of Object.entries(records)) {
    parts[beside] = {
      writes: (n) =>
        `insert into ${beside} select * from json_populate_recordset(null::${beside}, $${n}) ${onConflict}`,
    };
  }

  const numbers = Object.keys(parts);

  return {
    async load(db, keys, lock) {
      const query = lock
        ? { name: planned(`${name}.locked`), text: `${select} for update`, values: [keys] }
        : { name: planned(`${name}.plain`), text: select, values: [keys] };
      const { rows } = await db.query<S>(query);
      return rows;
    },
    async save(db, changes) {
      const sets = Object.entries(setsOf(changes)).filter(([, rows]) => rows.length > 0);
      const present = sets.map(([set]) => set);
      const values = sets.map(([, rows]) => JSON.stringify(rows));
      await db.query({
        // By their numbers: Postgres keeps 63 characters of a name.
        name: planned(`${name}.save ${present.map((set) => numbers.indexOf(set)).join(' ')}`),
        text: saving(parts, present),
        values,
      });
    },
  };
}

/** The statement that writes these sets, the parameters in their order. */
function saving(parts: Record<string, Part>, present: string[]): string {
  const writes = present.map((set, i) => `${set} as (${parts[set]!.writes(i + 1)})`);
  const answers = present.flatMap((set, i) => parts[set]!.answers?.(i + 1) ?? []);
  return `with ${writes.join(',\n')} select ${answers.join(', ')}`;
}

/** In one order everywhere: two lanes that insert the same ids in different orders deadlock. */
function setsOf<S extends State>(changes: Changes<S>) {
  const { founded, moved, steps, handled, said, records, deadlines, transfers, optimistic, locked } = changes;
  const beside = Object.groupBy(records, ({ table }) => table);
  // The last of a batch is what holds.
  const latest = new Map(deadlines.map((deadline) => [`${deadline.name} ${deadline.key}`, deadline]));
  const due = [...latest.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, deadline]) => deadline);
  return {
    founded: founded.sort((a, b) => (a.id < b.id ? -1 : 1)),
    moved: moved.sort((a, b) => (a.state.id < b.state.id ? -1 : 1)),
    steps,
    handled: handled.sort((a, b) => (a.command_id < b.command_id ? -1 : 1)),
    said,
    scheduled: due.filter(({ due_at }) => due_at !== null),
    unscheduled: due.filter(({ due_at }) => due_at === null),
    ...{ transfers, optimistic, locked },
    ...Object.fromEntries(
      Object.entries(beside).map(([set, rows = []]) => [set, rows.map(({ row }) => row)]),
    ),
  };
}
