// The services on disk, and whether they are what the contracts say.
import { actions, heardBy, messages, publishedBy } from '#contracts';
import type { ServiceDefinition } from '#lib/service';
import { glob } from 'node:fs/promises';
import { basename, join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');

/** The services named, or all. Throws an Error that names one that does not exist, and those that do. */
export async function loadServices(names: string[] | null): Promise<ServiceDefinition[]> {
  const files = new Map<string, string>();
  for await (const file of glob('services/*/*.service.ts', { cwd: ROOT })) {
    files.set(basename(file, '.service.ts'), join(ROOT, file));
  }
  const wanted = names ?? [...files.keys()].sort();
  const unknown = wanted.filter((name) => !files.has(name));
  if (unknown.length > 0) {
    throw new Error(
      `There is no service '${unknown.join("', '")}': there are ${[...files.keys()].sort().join(', ')}`,
    );
  }
  return Promise.all(
    wanted.map(async (name) => {
      const { default: service } = (await import(files.get(name)!)) as { default: ServiceDefinition };
      return service;
    }),
  );
}

// They serve what others keep.
const KEEPING_NOTHING = new Set(['gateway', 'ops']);

/** The names of those that have a database of their own. */
export const keepersOf = (services: Pick<ServiceDefinition, 'name'>[]): string[] =>
  services.map(({ name }) => name).filter((name) => !KEEPING_NOTHING.has(name));

/**
 * Holds services and contracts together: each service implements its actions and hears what the contracts say, and
 * (without a bus between processes) whoever is to hear of something runs here. Throws an Error with all that is not so.
 */
export function assertWhole(services: ServiceDefinition[]): void {
  const running = new Set(services.map(({ name }) => name));
  const mistakes = services.flatMap(({ name, hears, schema }) => [
    ...differences(
      `${name} implements`,
      Object.keys(schema.actions ?? {}).map((verb) => `${name}.${verb}`),
      actionsOf(name),
    ),
    ...differences(
      `${name} hears`,
      hears.map((hearing) => hearing.name),
      heardBy(name),
    ),
    ...publishedBy(name)
      .flatMap((message) => messages[message].heard_by.map((hearer) => ({ message, hearer })))
      .filter(({ hearer }) => !running.has(hearer))
      .map(
        ({ message, hearer }) =>
          `${message} is told by ${name} and heard by ${hearer}, which does not run: add it to SERVICES`,
      ),
  ]);
  if (mistakes.length > 0)
    throw new Error(`The services are not what the contracts say:\n- ${mistakes.join('\n- ')}`);
}

const actionsOf = (service: string) => Object.keys(actions).filter((name) => name.startsWith(`${service}.`));

function differences(what: string, is: string[], should: string[]): string[] {
  return [
    ...should
      .filter((name) => !is.includes(name))
      .map((name) => `${what} no ${name}, which the contracts name`),
    ...is.filter((name) => !should.includes(name)).map((name) => `${what} ${name}, which no contract names`),
  ];
}
