import { planned, type Database } from '#lib/database';
import { ledgerParts, type LedgerChanges } from '#mixins/ledger/rows';
import type { RecordRow } from './decision.ts';
import { into, type Part } from './part.ts';

export interface State {
  id: string;
  status: string;
  version: number; // counts the commands that changed it; 0 is not saved yet
}

/** A transition, as it is stored and shown. */
export interface Transition {
  key: string;
  from_status: string;
  to_status: string;
  /** The action, message or timer that led to it. */
  trigger: string;
  command_id: string | null;
  at: string;
}

/** A command that was applied, and its reply. */
export interface InboxRow {
  command_id: string;
  command: string;
  input_hash: string | null;
  reply: unknown;
}

/** A message to be published, as a row of the outbox. */
export interface OutboxInsert {
  message_id: string;
  name: string;
  key: string;
  payload: unknown;
  published_at: string;
  causation_id: string | null;
  user_id: string | null;
}

/** Everything a batch changes. */
export interface Changes<S> extends LedgerChanges {
  inserted: S[];
  /** The new state of an actor, and the version that it was loaded with. */
  updated: { state: S; was: number }[];
  transitions: Transition[];
  inbox: InboxRow[];
  outbox: OutboxInsert[];
  records: RecordRow[];
}

/** Loads and saves many actors at once. */
export interface Store<S extends State> {
  load(db: Database, keys: string[], lock: boolean): Promise<S[]>;
  save(db: Database, changes: Changes<S>): Promise<void>;
}

const TRANSITION =
  'key uuid, from_status text, to_status text, trigger text, command_id uuid, at timestamptz';
const INBOX = 'command_id uuid, command text, input_hash uuid, reply json';
const DUE = 'name text, key text, due_at timestamptz, payload json';
const OUTBOX =
  'message_id uuid, name text, key text, payload json, published_at timestamptz, causation_id text, user_id uuid';

/**
 * A store over one table, whose columns are the fields of the state. A rule may change those in `changing`, beside status
 * and version. `records` are tables of rows beside it, each with its `on conflict` clause.
 * Rows travel as JSON: Postgres parses a batch faster than pg escapes its arrays. `save` is ONE statement, so an idle
 * service pays one round trip. It contains only the parts that have rows: each part costs some 25 µs to start.
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
    inserted: {
      writes: (n) => `insert into ${name} select * from json_populate_recordset(null::${name}, $${n})`,
    },
    updated: {
      writes: (n) => `update ${name} t set ${set}
        from json_to_recordset($${n}) as m(was int, state json), json_populate_record(null::${name}, state) s
        where t.id = s.id and t.version = was returning 1`,
      answers: (n) =>
        `case when (select count(*) from updated) < json_array_length($${n}) then refuse_stale() end`,
    },
    transitions: { writes: into('transitions', TRANSITION) },
    inbox: { writes: into('inbox', INBOX) },
    outbox: { writes: into('outbox', OUTBOX), answers: () => `pg_notify('outbox', '')` },
    scheduled: {
      writes: (n) => `${into('timers', DUE)(n)} on conflict (name, key) do update
        set due_at = excluded.due_at, payload = excluded.payload, attempts = 0, error = null, leased_until = null`,
    },
    unscheduled: {
      writes: (n) => `delete from timers t using json_to_recordset($${n}) as s(name text, key text)
        where t.name = s.name and t.key = s.key`,
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
        // Numbered: Postgres truncates statement names to 63 characters.
        name: planned(`${name}.save ${present.map((set) => numbers.indexOf(set)).join(' ')}`),
        text: saving(parts, present),
        values,
      });
    },
  };
}

/** The statement that writes these sets; its parameters are in their order. */
function saving(parts: Record<string, Part>, present: string[]): string {
  const writes = present.map((set, i) => `${set} as (${parts[set]!.writes(i + 1)})`);
  const answers = present.flatMap((set, i) => parts[set]!.answers?.(i + 1) ?? []);
  return `with ${writes.join(',\n')} select ${answers.join(', ')}`;
}

/** In one order everywhere: two transactions that insert the same ids in different orders deadlock. */
function setsOf<S extends State>(changes: Changes<S>) {
  const { inserted, updated, transitions, inbox, outbox, records, timers, transfers, optimistic, locked } =
    changes;
  const beside = Object.groupBy(records, ({ table }) => table);
  // The last timer of a name and key in the batch wins.
  const latest = new Map(timers.map((timer) => [`${timer.name} ${timer.key}`, timer]));
  const due = [...latest.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, timer]) => timer);
  return {
    inserted: inserted.sort((a, b) => (a.id < b.id ? -1 : 1)),
    updated: updated.sort((a, b) => (a.state.id < b.state.id ? -1 : 1)),
    transitions,
    inbox: inbox.sort((a, b) => (a.command_id < b.command_id ? -1 : 1)),
    outbox,
    scheduled: due.filter(({ due_at }) => due_at !== null),
    unscheduled: due.filter(({ due_at }) => due_at === null),
    transfers,
    optimistic,
    locked,
    ...Object.fromEntries(
      Object.entries(beside).map(([set, rows = []]) => [set, rows.map(({ row }) => row)]),
    ),
  };
}
