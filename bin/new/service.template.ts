import type { NewService } from './entity.ts';

/** What stands in services/<system>/<service>/, and the machine: text by path. Tests: test.template.ts. */
export function serviceFiles(it: NewService): Record<string, string> {
  const folder = `services/${it.system}/${it.service}`;
  return {
    [`machines/${it.system}/${it.file}.machine.ts`]: machine(it),
    [`${folder}/${it.service}.service.ts`]: service(it),
    [`${folder}/${it.file}.rules.ts`]: rules(it),
    [`${folder}/${it.file}.store.ts`]: store(it),
    [`${folder}/timers.ts`]: timers(it),
    [`${folder}/actions/create.ts`]: create(it),
    [`${folder}/actions/get.ts`]: get(it),
    [`${folder}/migrations/0001-${it.service}.ts`]: migration(it),
  };
}

const machine = ({ type, variable, file, one, table }: NewService) => `
import { setup } from 'xstate';

type ${type}Event = { type: 'expire' };

/** The life of ${one}: states are the values of ${table}.status. */
export const ${variable}Machine = setup({
  types: { context: {}, events: {} as ${type}Event },
}).createMachine({
  id: '${file}',
  initial: 'OPEN',
  states: {
    OPEN: { on: { expire: 'EXPIRED' } },
    EXPIRED: {},
  },
});
`;

const service = ({ system, service, file, variable, one, table }: NewService) => `
// ${service[0]!.toUpperCase()}${service.slice(1).replaceAll('_', ' ')}: the life of ${one}, from its creation to its end.
// Lifecycle: machines/${system}/${file}.machine.ts. Rules: ${file}.rules.ts. Storage: ${file}.store.ts.
import { defineService } from '#mixins/service';
import create from './actions/create.ts';
import get from './actions/get.ts';
import { ${variable}Actor } from './${file}.store.ts';
import { timers } from './timers.ts';

export default defineService({
  name: '${service}',
  actors: [${variable}Actor],
  actions: [create, get],
  timers,
  personalData: {
    purposes: 'To keep ${one} for who made it.',
    recipients: 'Nobody.',
    retention: 'For good.',
    tables: {
      ${table}: {
        what: '${one[0]!.toUpperCase()}${one.slice(1)} of yours.',
        where: 'owner_id = $1',
        fields: {
          id: 'its id',
          title: 'its title',
          status: 'where it stands',
          created_at: 'when you made it',
        },
      },
    },
  },
});
`;

const rules = ({ system, service, entity, type, variable, file, one }: NewService) => `
// The rules of ${one}. Pure functions: no database, no broker, no clock.
import type { Params, ${type} } from '#contracts';
import { lifecycle } from '#lib/lifecycle';
import { addMs } from '#lib/world';
import { ${variable}Machine } from '#machines/${system}/${file}.machine';
import { becomes, type CommandContext, type Decision } from '#mixins/actors/decision';

const EXPIRY_MS = 30 * 24 * 3600_000;

/** It is the caller's, and expires. */
export function create${type}(
  _none: ${type} | undefined,
  wish: Params<'${service}.create'>,
  { key, caller, now }: CommandContext,
): Decision<${type}, '${entity}.created'> {
  const owner_id = caller!.user_id;
  return becomes<${type}>({ id: key, owner_id, ...wish, status: 'OPEN', created_at: now, version: 0 })
    .publishing('${entity}.created', { ${entity}_id: key, owner_id })
    .scheduling('${service}.expiry', key, addMs(now, EXPIRY_MS));
}

/** Its time is up. One that has ended already stays as it is. */
export const expire${type} = (${variable}: ${type}): Decision<${type}> =>
  becomes({ ...${variable}, status: life.afterFact(${variable}.status, { type: 'expire' }, {}) as ${type}['status'] });

const life = lifecycle(${variable}Machine);
`;

const store = ({ type, variable, table, missing, bare }: NewService) => `
// The only file that knows how ${table.replaceAll('_', ' ')} are kept.
import type { ${type} } from '#contracts';
import type { Database } from '#lib/database';
import { actor, table } from '#mixins/actors';

const ${variable}Store = table<${type}>({ name: '${table}', changing: [] });

export const ${variable}Actor = actor({ name: '${bare}', store: ${variable}Store, missing: '${missing}' });

export async function find${type}(db: Database, id: string): Promise<${type} | undefined> {
  const [${variable}] = await ${variable}Store.load(db, [id], false);
  return ${variable};
}
`;

const timers = ({ service, type, variable, file }: NewService) => `
import { timer } from '#mixins/timers';
import { expire${type} } from './${file}.rules.ts';
import { ${variable}Actor } from './${file}.store.ts';

export const timers = [timer('${service}.expiry', { actor: ${variable}Actor, rule: expire${type} })];
`;

const create = ({ service, type, variable, file }: NewService) => `
import { createCommand } from '#mixins/actors';
import { create${type} } from '../${file}.rules.ts';
import { ${variable}Actor } from '../${file}.store.ts';

export default createCommand('${service}.create', {
  actor: ${variable}Actor,
  rule: create${type},
  reply: (${variable}) => ${variable},
});
`;

const get = ({ service, type, variable, file, missing }: NewService) => `
import { fail } from '#lib/errors';
import { action } from '#lib/service';
import { find${type} } from '../${file}.store.ts';

export default action('${service}.get', async function ({ params: { id } }) {
  const ${variable} = await find${type}(this.db, id);
  if (!${variable}) throw fail('${missing}', { id });
  return ${variable};
});
`;

const migration = ({ table }: NewService) => `
import type { Migration } from '#lib/postgres/migrate';

export const up: Migration = (db) =>
  db.sequelize.query(\`
    create table ${table} (
      id         uuid        primary key,
      owner_id   uuid        not null,
      title      text        not null,
      status     text        not null,
      created_at timestamptz not null,
      version    int         not null
    );
  \`);
`;
