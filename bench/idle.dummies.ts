// A copy of the platform with more services than there are: each as small as one is that has everything.
import { cp, mkdir, mkdtemp, readFile, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const LEFT_OUT = ['.git', '.commonweal', 'node_modules'];

/** Copies the platform and adds `count` services; where it is then. */
export async function copyWithDummies(count: number): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'commonweal-bench-'));
  const filter = (path: string) => !LEFT_OUT.includes(relative(ROOT, path).split(sep)[0]!);
  await cp(ROOT, copy, { recursive: true, filter });
  await symlink(join(ROOT, 'node_modules'), join(copy, 'node_modules'));

  const names = Array.from({ length: count }, (_, i) => `dummy${String.fromCharCode('a'.charCodeAt(0) + i)}`);
  const contracts = `${names.map((name) => `import * as ${name} from './${name}.ts';`).join('\n')}
export const services = { ${names.join(', ')} };\n`;
  await write(copy, 'contracts/dummies/index.ts', contracts);
  const map = await readFile(join(copy, 'contracts/index.ts'), 'utf8');
  const widened = map
    .replace(
      'const services = {',
      "import * as dummies from './dummies/index.ts';\n$&\n  ...dummies.services,",
    )
    .replace('export type ServiceName', '\n$&');
  await write(copy, 'contracts/index.ts', widened);
  for (const [i, name] of names.entries())
    for (const [file, text] of Object.entries(dummy(name, names[(i + 1) % count]!)))
      await write(copy, file, text);
  return copy;
}

async function write(root: string, file: string, text: string) {
  await mkdir(dirname(join(root, file)), { recursive: true });
  await writeFile(join(root, file), text);
}

/** The files of a service with a route, an actor, a timer and a message, which subscribes to another's. */
const dummy = (name: string, other: string): Record<string, string> => ({
  [`contracts/dummies/${name}.ts`]: `import { action, exactly, Id, message } from '../define.ts';
export const actions = {
  '${name}.create': action({
    summary: 'Makes one.', permission: 'donor', route: 'POST /api/${name}', creates: 'id',
    params: exactly({}), result: exactly({ id: Id }),
  }),
};
export const messages = { '${name}.created': message({ key: 'id', payload: exactly({ id: Id }) }) };
`,
  [`services/dummies/${name}/migrations/0001-${name}.ts`]: `export const up = (db) =>
  db.sequelize.query('create table dummies (id uuid primary key, status text not null, version int not null)');
`,
  [`services/dummies/${name}/${name}.service.ts`]: `import { defineService } from '#lib/service';
import { addMs } from '#lib/world';
import { actor, actors, founding, hearsFounding, table } from '#mixins/actors';
import { becomes } from '#mixins/actors/decision';
import { database } from '#mixins/database.mixin';
import { inbox } from '#mixins/inbox';
import { outbox } from '#mixins/outbox';
import { timer, timers } from '#mixins/timers';

const dummy = actor({ name: 'dummy', store: table({ name: 'dummies', changing: [] }), missing: 'PLEDGE_NOT_FOUND' });
const create = (_none, _wish, { key, at }) =>
  becomes({ id: key, status: 'MADE', version: 0 })
    .publishing('${name}.created', { id: key })
    .scheduling('expiry', key, addMs(at, 3600_000));
const follow = (known, _payload, { key }) => becomes(known ?? { id: key, status: 'MADE', version: 0 });

export default defineService({
  name: '${name}',
  mixins: [actors(dummy), timers, outbox, inbox, database],
  actions: [founding('${name}.create', dummy, create, () => undefined, ({ id }) => ({ id }))],
  subscriptions: [hearsFounding('${other}.created', dummy, 'id', follow)],
  timers: [timer('expiry', dummy, (known) => becomes({ ...known, status: 'EXPIRED' }))],
});
`,
});
