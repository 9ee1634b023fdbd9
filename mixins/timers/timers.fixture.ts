// For the tests beside this file: counters that timers add to, and outside effects that a test delays or fails.
import { fail } from '#lib/errors';
import type { Service, ServiceDefinition, StoredTimer } from '#lib/service';
import { world } from '#lib/world';
import { counterActor, type Counter } from '#mixins/actors/counters.fixture';
import { becomes, type CommandContext, type AnyDecision } from '#mixins/actors/decision';
import { defineService } from '#mixins/service';
import { job, timer } from '#mixins/timers';
import { every } from './every.ts';
import type { TestPlatform } from '#test/platform';

/** The amount to add, and when to add it again. */
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

/** Timer names that no contract has. */
export const named = (name: string) => name as never;

interface TimedCounters {
  /** The attempts of outside effects, and their nodes. */
  outside: { key: string; attempts: number; on: string }[];
  /** What an outside effect waits for, or fails with. */
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

/** Inserts a timer that is due, or as `columns` say. */
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

/** A timer as it is stored. */
export interface Row extends Omit<StoredTimer, 'due_at'> {
  due_at: Date;
  error: string | null;
  leased_until: Date | null;
  /** From now until its next attempt. */
}

export async function timerOf(platform: TestPlatform, name: string, key: string): Promise<Row | undefined> {
  const { rows } = await platform
    .db('counters')
    .query<Row>('select * from timers where name = $1 and key = $2', [name, key]);
  return rows[0];
}

/** Makes its next attempt, or the end of its lease, due now. */
export const hurry = (platform: TestPlatform, name: string, key: string) =>
  platform
    .db('counters')
    .query('update timers set leased_until = null where name = $1 and key = $2', [name, key]);
