// `npm run new -- action <service>.<verb> "<summary>"`
import { actions } from '#contracts';
import { findServices } from '#lib/services';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { actionFile, ruleFile, type NewAction } from './action.template.ts';
import { actionEntry } from './contract.template.ts';
import { appendTo, importNames, insertLine } from './edits.ts';
import { assertName, assertVerb } from './names.ts';
import type { Plan } from './plan.ts';
import { refuse } from './refusal.ts';
import { PERMISSIONS } from './service.ts';
import { camel, kebab } from './words.ts';

/** Plans an action that changes one actor, with its rule. Returns the commands to run next. */
export async function planAction(plan: Plan, root: string, name = '', summary = '', entity?: string) {
  const it = await actionOf(root, name, summary, entity);
  const { system, service, verb, identifier } = it;
  const folder = `services/${system}/${service}`;
  await plan.edit(`contracts/${system}/${service}.ts`, (file, text) =>
    appendTo(file, importNames(file, text, '../define.ts', ['defineAction', 'exactly', 'Id']), {
      opening: '\nexport const actions = {',
      closing: '\n};',
      entry: actionEntry(it),
    }),
  );
  await plan.edit(`contracts/${system}/permissions.ts`, (file, text) =>
    appendTo(file, text, {
      ...PERMISSIONS,
      entry: `\n  '${service}:${verb}': { description: ${JSON.stringify(summary)}, roles: ['member'] },`,
    }),
  );
  plan.create(`${folder}/actions/${verb}.ts`, actionFile(it));
  plan.create(`${folder}/${it.ruleFile}.rules.ts`, ruleFile(it));
  await plan.edit(`${folder}/${service}.service.ts`, (file, text) => {
    if (new RegExp(`\\b${identifier}\\b(?=[ ,}].* from |,|\\])`).test(text))
      refuse(`${file} has another '${identifier}': take another verb.`);
    const line = `import ${identifier} from './actions/${verb}.ts';`;
    const imported = insertLine(file, text, /^import \w+ from '\.\/actions\//, line);
    return appendTo(file, imported, { opening: 'actions: [', closing: ']', entry: ` ${identifier}` });
  });
  return ['npm run docs', 'npm run types', `npm test -- services/${system}/${service}`];
}

async function actionOf(root: string, name: string, summary: string, entity?: string): Promise<NewAction> {
  const [service = '', verb = '', ...more] = name.split('.');
  if (!name.includes('.') || more.length > 0)
    refuse(`'${name}' is no action: write <service>.<verb>, as in pledges.thank.`);
  assertName('service', service);
  assertVerb(verb);
  if (!/^[A-Z][^*\n]*\.$/.test(summary))
    refuse(
      `Say what ${name} does, in a sentence: npm run new -- action ${name} "Thanks the donor of a pledge."`,
    );
  const services = await findServices(root);
  const found = services.get(service);
  if (!found)
    refuse(
      `There is no service '${service}': there are ${[...services.keys()].sort().join(', ')}; or make one.`,
    );
  if (name in actions) refuse(`There is an action ${name}: take another verb.`);
  const actor = actorOf(join(root, 'services', found.system, service), service, entity);
  const identifier = camel(verb);
  return {
    ...actor,
    system: found.system,
    service,
    verb,
    summary,
    identifier,
    ruleFile: `${kebab(verb)}-${actor.store}`,
    rule: `${identifier}${actor.type}`,
  };
}

/** What the store of a service's actor says of it. */
function actorOf(folder: string, service: string, entity?: string) {
  const actors = globSync('*.store.ts', { cwd: folder })
    .sort()
    .flatMap((file) => {
      const text = readFileSync(join(folder, file), 'utf8');
      const [, actor] = /^export const (\w+) = actor\(/m.exec(text) ?? [];
      const [, missing] = /\bmissing: '(\w+)'/.exec(text) ?? [];
      const [, state] = /\btable<(\w+)>/.exec(text) ?? [];
      if (!actor || !missing || !state) return [];
      const source = new RegExp(`^import type \\{[^}]*\\b${state}\\b[^}]*\\} from '([^']+)';`, 'm').exec(
        text,
      );
      const store = file.slice(0, -'.store.ts'.length);
      return [{ actor, missing, state, store, stateFrom: source?.[1] ?? `./${file}` }];
    });
  const stores = actors.map(({ store }) => store);
  if (actors.length === 0)
    refuse(
      `${service} has no actor to apply a rule to: docs/adding-a-service.md says how to write its actions.`,
    );
  if (entity === undefined && actors.length > 1)
    refuse(
      `${service} has several actors: say which, as in --entity ${stores[0]} (or ${stores.slice(1).join(', ')}).`,
    );
  const found = actors.find(({ store }) => entity === undefined || store === kebab(entity));
  if (!found) return refuse(`${service} has no '${entity}': it has ${stores.join(', ')}.`);
  const type = found.actor.slice(0, -'Actor'.length);
  return { ...found, variable: type, type: `${type[0]!.toUpperCase()}${type.slice(1)}` };
}
