// The services on disk, and whether they match the contracts.
import { actions, publishedBy, timers, type MessageName } from '#contracts';
import type { ServiceDefinition } from '#lib/service';
import { glob } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');

/**
 * The services with these names, or in these systems; null: all. Throws an Error that lists the unknown names and the known
 * ones, and an Error where two services have one name.
 */
export async function loadServices(names: string[] | null): Promise<ServiceDefinition[]> {
  const found = await findServices();
  const systems = Map.groupBy(found.values(), ({ system }) => system);
  const unknown = names?.filter((name) => !found.has(name) && !systems.has(name)) ?? [];
  if (unknown.length > 0) {
    throw new Error(
      `There is no service or system '${unknown.join("', '")}': there are the services ${[...found.keys()].sort().join(', ')}; ` +
        `and the systems ${[...systems.keys()].sort().join(', ')}`,
    );
  }
  const wanted = names?.flatMap((name) => systems.get(name)?.map((it) => it.name) ?? name);
  return Promise.all([...new Set(wanted ?? [...found.keys()].sort())].map((name) => load(found.get(name)!)));
}

interface Found {
  name: string;
  system: string;
  file: string;
}

/** By name: a service is services/<system>/<name>/<name>.service.ts. */
export async function findServices(root = ROOT): Promise<Map<string, Found>> {
  const found = new Map<string, Found>();
  for await (const file of glob('services/*/*/*.service.ts', { cwd: root })) {
    const [, system = '', folder, base] = file.split('/');
    const name = base!.slice(0, -'.service.ts'.length);
    if (name !== folder) throw new Error(`${file} is in the wrong place: a service's folder has its name`);
    const other = found.get(name);
    if (other) throw new Error(`Two services are called '${name}': ${other.file} and ${join(root, file)}`);
    if (name === system) throw new Error(`The service '${name}' has the name of a system`);
    found.set(name, { name, system, file: join(root, file) });
  }
  return found;
}

async function load({ file }: Found): Promise<ServiceDefinition> {
  const { default: service } = (await import(file)) as { default: ServiceDefinition };
  return { ...service, folder: dirname(file) };
}

/** The subscribers of each message. */
export function subscribersOf(services: readonly ServiceDefinition[]): Record<string, string[]> {
  const subscribers: Record<string, string[]> = {};
  for (const { name, subscriptions } of services)
    for (const { message } of subscriptions) (subscribers[message] ??= []).push(name);
  return subscribers;
}

/**
 * Checks services against contracts: each of `running` implements its actions, and (without a bus between processes) the
 * subscribers to its messages and the publishers of the messages that it consumes, of `all`, run here as well. Throws an
 * Error with every mistake.
 */
export function assertContracts(running: ServiceDefinition[], all: ServiceDefinition[]): void {
  const names = new Set(running.map(({ name }) => name));
  const subscribers = subscribersOf(all);
  const mistakes = running.flatMap(({ name, subscriptions, timers: handled, schema }) => [
    ...differences(`${name} handles`, handled, namedOf(timers, name)),
    ...differences(
      `${name} implements`,
      Object.keys(schema.actions ?? {}).map((verb) => `${name}.${verb}`),
      namedOf(actions, name),
    ),
    ...repeated(subscriptions.map(({ message }) => message)).map(
      (message) => `${name} subscribes to ${message} twice`,
    ),
    ...publishedBy(name)
      .flatMap((message) => (subscribers[message] ?? []).map((subscriber) => ({ message, subscriber })))
      .filter(({ subscriber }) => !names.has(subscriber))
      .map(
        ({ message, subscriber }) =>
          `${subscriber} subscribes to ${message} of ${name}, and does not run: add it to SERVICES`,
      ),
  ]);
  if (mistakes.length > 0)
    throw new Error(`The services are not what the contracts say:\n- ${mistakes.join('\n- ')}`);
}

// An estimate, not measured: a service with more kinds of messages has more to do.
export const loadOf =
  (services: readonly ServiceDefinition[]) =>
  (name: string): number =>
    1 + publishedBy(name).length + (services.find((it) => it.name === name)?.subscriptions.length ?? 0);

const namedOf = (contracts: object, service: string) =>
  Object.keys(contracts).filter((name) => name.startsWith(`${service}.`));

const repeated = (names: MessageName[]) => [...new Set(names.filter((name, i) => names.indexOf(name) !== i))];

function differences(what: string, is: string[], should: string[]): string[] {
  return [
    ...should
      .filter((name) => !is.includes(name))
      .map((name) => `${what} no ${name}, which the contracts name`),
    ...is.filter((name) => !should.includes(name)).map((name) => `${what} ${name}, which no contract names`),
  ];
}
