import { defineService } from '#mixins/service';
// For the tests beside this file: an actor that counts, and its service.
import { fail } from '#lib/errors';
import { world } from '#lib/world';
import type { TestPlatform } from '#test/platform';
import type { Command } from './actor.ts';
import { becomes, type AnyDecision } from './decision.ts';
import { actor, ask, table, type State } from './index.ts';

export interface Counter extends State {
  n: number;
}

export const counterActor = actor<Counter>({
  name: 'counter',
  store: table<Counter>({ name: 'counters', changing: ['n'] }),
  missing: 'PLEDGE_NOT_FOUND',
});

export const counters = defineService({ name: 'counters', actors: [counterActor], actions: [] });

/** Postgres refuses a counter below 0; the rule does not check that. */
export const makeTable = (platform: TestPlatform) =>
  platform
    .db('counters')
    .query('create table counters (id uuid primary key, status text, version int, n int check (n >= 0))');

/** A counter that stands at `n`. */
export async function aCounter(platform: TestPlatform, n = 0): Promise<string> {
  const id = world.newId();
  await platform.db('counters').query(`insert into counters values ($1, 'COUNTING', 1, $2)`, [id, n]);
  return id;
}

export async function valueOf(platform: TestPlatform, id: string): Promise<Counter> {
  const { rows } = await platform.db('counters').query<Counter>('select * from counters where id = $1', [id]);
  return rows[0]!;
}

/** Adds `n`, and refuses to add 0. */
function add(counter: Counter, n: number): AnyDecision<Counter> {
  if (n === 0) throw fail('TRANSITION_NOT_ALLOWED');
  return becomes({ ...counter, n: counter.n + n });
}

/** A command that adds to a counter; with a `command_id` once. Its reply is the new count. */
export const adding = (key: string, n: number, command_id: string | null = null) => ({
  name: 'add',
  mode: 'existing' as const,
  rule: add,
  input: n,
  reply: (it: Counter) => it.n,
  key,
  command_id,
  input_hash: command_id,
  caller: undefined,
  causation_id: null,
  user_id: null,
});

/** Asks a counter on one of the nodes. */
export const addTo = (platform: TestPlatform, asked: ReturnType<typeof adding>, on = 0): Promise<number> =>
  ask(platform.service('counters', on), counterActor, asked);

/** A mailbox entry, and its reply to come. */
export function commandOf(asked: ReturnType<typeof adding>) {
  const { promise: answer, resolve, reject } = Promise.withResolvers<unknown>();
  const command: Command<Counter> = { ...asked, now: world.now(), resolve, reject };
  return { command, answer };
}
