import type { Database } from '#lib/database';
import type { Recorded } from './decision.ts';

export interface State {
  id: string;
  status: string;
  version: number; // counts commits; 0 is not saved yet
}

/** A transition, as it is kept and shown. */
export interface Step {
  key: string;
  from_status: string | null;
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
export interface Changes<S> {
  founded: S[];
  moved: S[];
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
const SAID = 'message_id uuid, name text, key text, payload json, at timestamptz, cause text, by uuid';
const columns = (fields: string) => fields.replace(/(\w+) \w+/g, '$1');

/**
 * A store over one table, whose columns are the fields of the state. `changing` are those that a rule may change,
 * beside status and version. `records` are tables of rows kept beside it, each with its `on conflict` clause.
 * Rows travel as JSON: Postgres parses a batch faster than pg escapes its arrays. `save` is ONE statement, so an
 * idle service pays one round trip.
 */
export function table<S extends State>(definition: {
  name: string;
  changing: (keyof S & string)[];
  records?: Record<string, string>;
}): Store<S> {
  const { name, changing, records = {} } = definition;
  const select = `select * from ${name} where id = any($1::uuid[]) order by id`;
  const set = [...changing, 'status', 'version'].map((column) => `${column} = s.${column}`).join(', ');
  const kept = Object.entries(records).map(
    ([beside, onConflict], i) => `,
    recorded_${i} as (insert into ${beside} select * from json_populate_recordset(null::${beside}, $${7 + i}) ${onConflict})`,
  );
  const save = `with
    founded as (insert into ${name} select * from json_populate_recordset(null::${name}, $1)),
    moved as (update ${name} t set ${set} from json_populate_recordset(null::${name}, $2) s
      where t.id = s.id and t.version = s.version - 1 returning 1),
    stepped as (insert into transitions (${columns(STEP)}) select * from json_to_recordset($3) as s(${STEP})),
    handled as (insert into inbox (${columns(HANDLED)}) select * from json_to_recordset($4) as s(${HANDLED})),
    said as (insert into outbox (${columns(SAID)}) select * from json_to_recordset($5) as s(${SAID}))${kept.join('')}
    select case when (select count(*) from moved) < $6 then refuse_stale() end,
      case when json_array_length($5) > 0 then pg_notify('outbox', '') end`;

  return {
    async load(db, keys, lock) {
      const query = lock
        ? { name: `${name}.locked`, text: `${select} for update`, values: [keys] }
        : { name: `${name}.plain`, text: select, values: [keys] };
      const { rows } = await db.query<S>(query);
      return rows;
    },
    async save(db, changes) {
      const { founded, moved, steps, handled, said } = sorted(changes);
      const beside = Object.keys(records).map((of) =>
        changes.records.filter((record) => record.table === of).map(({ row }) => row),
      );
      const sets = [founded, moved, steps, handled, said];
      const values = [
        ...sets.map((set) => JSON.stringify(set)),
        moved.length,
        ...beside.map((set) => JSON.stringify(set)),
      ];
      await db.query({ name: `${name}.save`, text: save, values });
    },
  };
}

/** In one order everywhere: two lanes that insert the same ids in different orders deadlock. */
function sorted<S extends State>({ founded, moved, handled, ...rest }: Changes<S>) {
  return {
    ...rest,
    founded: founded.sort((a, b) => (a.id < b.id ? -1 : 1)),
    moved: moved.sort((a, b) => (a.id < b.id ? -1 : 1)),
    handled: handled.sort((a, b) => (a.command_id < b.command_id ? -1 : 1)),
  };
}
