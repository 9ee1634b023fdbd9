// A copy of the platform with additional services: each as small as a service with every feature can be.
import { cp, mkdir, mkdtemp, readFile, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const LEFT_OUT = ['.git', '.commonweal', 'node_modules'];

/** Copies the platform and adds `count` services; returns its folder. */
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

/** The files of a service with a route, an actor, a timer and a message. It subscribes to another's message. */
const dummy = (name: string, other: string): Record<string, string> => ({
  [`contracts/dummies/${name}.ts`]: `import { action, exactly, Id, message, timer } from '../define.ts';
export const actions = {
  '${name}.create': action({
    summary: 'Makes one.', permission: 'donor', route: 'POST /api/${name}', status: 201, location: '/api/${name}/:id',
    params: exactly({}), result: exactly({ id: Id }),
  }),
};
export const messages = { '${name}.created': message({ summary: 'One was made.', version: 1, key: 'id', payload: exactly({ id: Id }) }) };
export const timers = { '${name}.expiry': timer({ summary: 'Ends one.', payload: exactly({}) }) };
`,
  [`services/dummies/${name}/migrations/0001-${name}.ts`]: `export const up = (db) =>
  db.sequelize.query('create table dummies (id uuid primary key, status text not null, version int not null)');
`,
  [`services/dummies/${name}/${name}.service.ts`]: `import { addMs } from '#lib/world';
import { actor, createCommand, subscribeCreating, table } from '#mixins/actors';
import { becomes } from '#mixins/actors/decision';
import { defineService } from '#mixins/service';
import { timer } from '#mixins/timers';

const dummy = actor({ name: 'dummy', store: table({ name: 'dummies', changing: [] }), missing: 'PLEDGE_NOT_FOUND' });
const create = (_none, _input, { key, now }) =>
  becomes({ id: key, status: 'MADE', version: 0 })
    .publishing('${name}.created', { id: key })
    .scheduling('${name}.expiry', key, addMs(now, 3600_000), {});
const follow = (known, _payload, { key }) => becomes(known ?? { id: key, status: 'MADE', version: 0 });
const expire = (known) => becomes({ ...known, status: 'EXPIRED' });

export default defineService({
  name: '${name}',
  actors: [dummy],
  actions: [createCommand('${name}.create', { actor: dummy, rule: create, load: () => undefined, reply: ({ id }) => ({ id }) })],
  subscriptions: [subscribeCreating('${other}.created', { actor: dummy, key: 'id', rule: follow })],
  timers: [timer('${name}.expiry', { actor: dummy, rule: expire })],
});
`,
});
