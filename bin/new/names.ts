// Which names can be: of systems, services, entities and verbs.
import { refuse } from './refusal.ts';

// With the prefixes of databases and roles well below the 63 bytes that Postgres keeps of a name.
const LONGEST = 32;

/** Words of JavaScript and TypeScript that can't name a variable or an import. */
const KEYWORDS = words(`
  abstract any arguments as async await boolean break case catch class const continue debugger declare default delete do
  else enum eval export extends false finally for from function get if implements import in instanceof interface is keyof
  let module namespace never new null number object of package private protected public readonly require return set static
  string super switch symbol this throw true try type typeof undefined unknown unique var void while with yield
`);

/** What files and folders beside a service, or what its files import, are called. */
const TAKEN = words(`
  index errors error define ledger permissions permission services service shared actions action messages message timers
  timer merge node
`);

/** What an entity's files name beside it, globals that its type would hide, and words that SQL keeps for itself. */
const TAKEN_BY_ENTITIES = words(`
  id time exactly wish caller key now world table actor store database params decision lifecycle life command_context
  create_command test_platform status string_enum becomes fail migration
  array date error event json map math number object promise proxy record reflect regexp set string symbol weak_map
  inbox outbox delivery dead_letter transition ledger_account ledger_transfer reference
`);

/** Actions that every service has by its mixins. */
const COMMON_VERBS = words('deliver health invariants snapshot');

/** A word of small letters, digits and `_`, as systems, services and verbs are called. */
export function assertName(what: string, name: string): void {
  if (name === '') refuse(`The name of the ${what} is missing.`);
  const better = name.toLowerCase().replaceAll(/[-\s]+/g, '_');
  const hint = /^[a-z][a-z0-9_]*$/.test(better) ? `: write ${better}` : '';
  if (!/^[a-z]/.test(name) || /[^a-z0-9_]/.test(name) || /__|_$/.test(name))
    refuse(
      `'${name}' can't name a ${what}: a name has small letters, digits and single '_', and begins with a letter${
        better === name ? '' : hint
      }.`,
    );
  if (name.length > LONGEST)
    refuse(`'${name}' can't name a ${what}: take a name of at most ${LONGEST} letters.`);
  if (KEYWORDS.has(name)) refuse(`'${name}' can't name a ${what}: it is a word of TypeScript; take another.`);
}

/** The name of a system or service. */
export function assertFolder(what: string, name: string): void {
  assertName(what, name);
  if (TAKEN.has(name))
    refuse(`'${name}' can't name a ${what}: shared code is called so; take a name of the field.`);
}

/** The verb of an action. */
export function assertVerb(name: string): void {
  assertName('verb', name);
  if (COMMON_VERBS.has(name)) refuse(`Every service has an action '${name}' already: take another verb.`);
}

/** What a service keeps, in the singular. */
export function assertEntity(name: string, service: string): void {
  const remedy = `name what ${service} keeps, as in: --entity offer`;
  if (KEYWORDS.has(name) || TAKEN.has(name) || TAKEN_BY_ENTITIES.has(name))
    refuse(`'${name}' can't name an entity, as the code has another use for the word: ${remedy}.`);
  assertName('entity', name);
}

function words(text: string): Set<string> {
  return new Set(text.trim().split(/\s+/));
}
