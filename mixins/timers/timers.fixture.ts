// For the tests beside this file: counters that timers add to, and effects outside that a test holds or fails.
import { fail } from '#lib/errors';
import type { Service, ServiceDefinition, StoredTimer } from '#lib/service';
import { world } from '#lib/world';
import { counterActor, type Counter } from '#mixins/actors/counters.fixture';
import { becomes, type CommandContext, type AnyDecision } from '#mixins/actors/decision';
import { defineService } from '#mixins/service';
import { job, timer } from '#mixins/timers';
import { every } from './every.ts';
import type { TestPlatform } from '#test/platform';

/** How much is added, and when again. */
interface Addition {
  n: number;
  again_at?: string;
}

function add(counter: Counter, { n, again_at }: Addition, { key }: CommandContext): AnyDecision<Counter> {
  if (n === 0) throw fail('TRANSITION_NOT_ALLOWED');
  const decision = becomes({ ...counter, n: counter.n + n });
  return again_at ? decision.scheduling(named('add'), key, again_at, { n: 1 } as never) : decision;
}

function keyInPayload({ payload }: StoredTimer): string {
  if (typeof payload['counter'] !== 'string') throw new Error('Whose is it?');
  return payload['counter'];
}

/** Names of the test's own, which no contract has. */
export const named = (name: string) => name as never;

interface TimedCounters {
  /** What was tried outside, by whom. */
  outside: { key: string; attempts: number; on: string }[];
  /** What an effect outside waits for, or fails with. */
  effect(timer: StoredTimer): Promise<void>;
  /** The node of each tick. */
  ticks: string[];
  /** Whether more is left to do after a tick. */
  isMore(): boolean;
  service: ServiceDefinition;
}

/** A service `counters` with timers `add`, `add to` (another's key), `outside` and the repeating `tick`. */
export function timedCounters(): TimedCounters {
  const fixture: TimedCounters = {
    outside: [],
    ticks: [],
    effect: () => Promise.resolve(),
    isMore: () => false,
    service: defineService({
      name: 'counters',
      actors: [counterActor],
      actions: [],
      timers: [
        timer(named('add'), { actor: counterActor, rule: add }),
        timer(named('add to'), { actor: counterActor, rule: add, key: keyInPayload }),
        job(named('outside'), async (service, timer: StoredTimer) => {
          const { key, attempts } = timer;
          fixture.outside.push({ key, attempts, on: nodeOf(service) });
          await fixture.effect(timer);
        }),
        every('tick', {
          each_ms: 3600_000,
          work: async (service) => {
            fixture.ticks.push(nodeOf(service));
            return fixture.isMore();
          },
        }),
      ],
    }),
  };
  return fixture;
}

const nodeOf = ({ broker }: Service) => broker.nodeID;

/** Puts a timer of the past into the table, or what `columns` say else. */
export const due = (
  platform: TestPlatform,
  name: string,
  key: string,
  payload: object | null = {},
  columns = {},
) =>
  platform
    .db('counters')
    .query(`insert into timers select * from json_populate_record(null::timers, $1)`, [
      JSON.stringify({ name, key, payload, due_at: world.now(), attempts: 0, ...columns }),
    ]);

/** A timer as it is kept. */
export interface Row extends Omit<StoredTimer, 'due_at'> {
  due_at: Date;
  error: string | null;
  leased_until: Date | null;
  /** From now until it is tried again. */
  waits_s: number | null;
}

export async function timerOf(platform: TestPlatform, name: string, key: string): Promise<Row | undefined> {
  const { rows } = await platform
    .db('counters')
    .query<Row>(
      'select *, extract(epoch from leased_until - now())::float waits_s from timers where name = $1 and key = $2',
      [name, key],
    );
  return rows[0];
}

/** As if the time until its next attempt, or of its lease, had passed. */
export const hurry = (platform: TestPlatform, name: string, key: string) =>
  platform
    .db('counters')
    .query('update timers set leased_until = null where name = $1 and key = $2', [name, key]);
