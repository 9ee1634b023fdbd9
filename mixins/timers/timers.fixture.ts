// For the tests beside this file: counters that timers add to, and effects outside that a test holds or fails.
import { fail } from '#lib/errors';
import { defineService, type Timer, type Service, type ServiceDefinition } from '#lib/service';
import { world } from '#lib/world';
import { actors } from '#mixins/actors';
import { counterActor, type Counter } from '#mixins/actors/counters.fixture';
import { becomes, type CommandContext, type Decision } from '#mixins/actors/decision';
import { database } from '#mixins/database.mixin';
import { every, job, timer, timers } from '#mixins/timers';
import type { TestPlatform } from '#test/platform';

/** How much is added, and when again. */
interface Addition {
  n: number;
  again_at?: string;
}

function add(counter: Counter, { n, again_at }: Addition, { key }: CommandContext): Decision<Counter> {
  if (n === 0) throw fail('TRANSITION_NOT_ALLOWED');
  const decision = becomes({ ...counter, n: counter.n + n });
  return again_at ? decision.scheduling('add', key, again_at, { n: 1 }) : decision;
}

function keyInPayload({ payload }: Timer): string {
  if (typeof payload['counter'] !== 'string') throw new Error('Whose is it?');
  return payload['counter'];
}

interface TimedCounters {
  /** What was tried outside, by whom. */
  outside: { key: string; attempts: number; on: string }[];
  /** What an effect outside waits for, or fails with. */
  effect(timer: Timer): Promise<void>;
  /** The node of each tick. */
  ticks: string[];
  /** Whether more is left to do after a tick. */
  isMore(): boolean;
  service: ServiceDefinition;
}

/** A service `counters` with timers `add`, `add to` (another's key), `outside` and the repeating `tick`. */
export function timedCounters(): TimedCounters {
  const house: TimedCounters = {
    ...{ outside: [], ticks: [], effect: () => Promise.resolve(), isMore: () => false },
    service: defineService({
      name: 'counters',
      mixins: [actors(counterActor), timers, database],
      actions: [],
      timers: [
        timer('add', counterActor, add),
        timer('add to', counterActor, add, keyInPayload),
        job('outside', async (service, timer) => {
          const { key, attempts } = timer;
          house.outside.push({ key, attempts, on: nodeOf(service) });
          await house.effect(timer);
        }),
        every('tick', {
          each_ms: 3600_000,
          work: async (service) => {
            house.ticks.push(nodeOf(service));
            return house.isMore();
          },
        }),
      ],
    }),
  };
  return house;
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
export interface Row extends Omit<Timer, 'due_at'> {
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
