// `npm run new -- service <system>/<name>`
import { actions, errors, messages, type ActionContract } from '#contracts';
import { findServices } from '#lib/services';
import { globSync } from 'node:fs';
import {
  contract,
  errorEntry,
  errorsFile,
  permissionEntry,
  permissionsFile,
  systemFile,
} from './contract.template.ts';
import { appendTo, insertLine } from './edits.ts';
import { newService, type NewService } from './entity.ts';
import { assertEntity, assertFolder } from './names.ts';
import type { Plan } from './plan.ts';
import { refuse } from './refusal.ts';
import { serviceFiles } from './service.template.ts';
import { testFiles } from './test.template.ts';
import { singular } from './words.ts';

const MAP = 'contracts/index.ts';

/** Plans a service, and its system where that is new. Returns the commands to run next. */
export async function planService(plan: Plan, root: string, path = '', entity?: string): Promise<string[]> {
  const it = await serviceOf(root, path, entity);
  const { system, service, type } = it;
  plan.create(`contracts/${system}/${service}.ts`, contract(it));
  if (plan.has(`contracts/${system}/index.ts`)) await joinSystem(plan, it);
  else await foundSystem(plan, it);
  if (new RegExp(`\\b${type}\\b`).test(await plan.read(MAP)))
    refuse(`${MAP} has another '${type}': name what ${service} keeps, as in: --entity offer.`);
  await plan.edit(MAP, (_file, text) => `${text}export type { ${type} } from './${system}/${service}.ts';\n`);
  for (const [file, text] of Object.entries({ ...serviceFiles(it), ...testFiles(it) }))
    plan.create(file, text);
  return ['npm run docs', 'npm run types', `npm test -- services/${system}/${service}`];
}

/** What was asked for, if it can be. */
async function serviceOf(root: string, path: string, asked?: string): Promise<NewService> {
  const [system = '', service = '', ...more] = path.split('/');
  if (!path.includes('/') || more.length > 0)
    refuse(`'${path}' is no service: write <system>/<name>, as in fundraising/offers.`);
  assertFolder('system', system);
  assertFolder('service', service);
  const found = await findServices(root);
  const systems = new Set([...found.values()].map((it) => it.system));
  const clash = found.get(service);
  if (clash) refuse(`There is a service '${service}' in ${clash.system}: take another name.`);
  if (systems.has(service) || service === system)
    refuse(`'${service}' is the name of a system: SERVICES could not tell them apart; take another name.`);
  if (found.has(system)) refuse(`'${system}' is the name of a service: take another name for the system.`);
  const entity = asked ?? singular(service);
  assertEntity(entity, service);
  const it = newService(system, service, entity);
  assertFree(root, it);
  return it;
}

/** One name, one meaning: what the entity is called is called so nowhere else. */
function assertFree(root: string, { service, entity, file, missing }: NewService): void {
  const routes = Object.values<ActionContract>(actions).map(({ route }) => route ?? '');
  if (routes.some((route) => route.split('/')[2] === service))
    refuse(`There are routes under /api/${service}: take another name.`);
  const isTaken =
    missing in errors ||
    `${entity}.created` in messages ||
    globSync([`machines/*/${file}.machine.ts`, `services/*/*/${file}.store.ts`], { cwd: root }).length > 0;
  if (isTaken) refuse(`Another service has '${entity}': name what ${service} keeps, as in: --entity offer.`);
}

async function joinSystem(plan: Plan, it: NewService): Promise<void> {
  const { system, service } = it;
  await plan.edit(`contracts/${system}/index.ts`, (file, text) =>
    appendTo(
      file,
      insertLine(file, text, /^import \* as /, `import * as ${service} from './${service}.ts';`),
      {
        opening: 'export const services = {',
        closing: '}',
        entry: ` ${service} `,
      },
    ),
  );
  await plan.edit(`contracts/${system}/errors.ts`, (file, text) =>
    appendTo(file, text, {
      opening: 'export const errors = {',
      closing: '\n} as const',
      entry: `\n${errorEntry(it)}`,
    }),
  );
  await plan.edit(`contracts/${system}/permissions.ts`, (file, text) =>
    appendTo(file, text, { ...PERMISSIONS, entry: `\n${permissionEntry(it)}` }),
  );
}

/** Where a system declares its permissions. */
export const PERMISSIONS = { opening: 'export const permissions = {', closing: '\n} as const' };

async function foundSystem(plan: Plan, it: NewService): Promise<void> {
  const { system } = it;
  plan.create(`contracts/${system}/index.ts`, systemFile(it));
  plan.create(`contracts/${system}/errors.ts`, errorsFile(it));
  plan.create(`contracts/${system}/permissions.ts`, permissionsFile(it));
  await plan.edit(MAP, (file, text) =>
    appendTo(
      file,
      insertLine(file, text, /^import \* as /, `import * as ${system} from './${system}/index.ts';`),
      { opening: 'const services = {', closing: '\n};', entry: `\n...${system}.services,` },
    ),
  );
  await plan.edit('contracts/errors.ts', (file, text) =>
    appendTo(
      file,
      insertLine(
        file,
        text,
        /^import \{ errors as /,
        `import { errors as ${system} } from './${system}/errors.ts';`,
      ),
      { opening: 'export const errors = {', closing: '}', entry: ` ...${system} ` },
    ),
  );
  await plan.edit('contracts/permissions.ts', (file, text) =>
    appendTo(
      file,
      insertLine(
        file,
        text,
        /^import \{ permissions as /,
        `import { permissions as ${system} } from './${system}/permissions.ts';`,
      ),
      { opening: 'export const permissions = {', closing: '}', entry: ` ...${system} ` },
    ),
  );
}
