// The buckets of all gateways, in Redis.
import { RedisLink } from '#lib/redis';
import { standingOf, type RatePolicy, type Standing } from './rate-limit.rules.ts';

interface Asked {
  key: string;
  policy: RatePolicy;
  answer: (standing: Standing | undefined) => void;
}

// Redis does nothing else while a script runs.
const BATCH = 500;

/** Requests that come while Redis is asked share the next question: a busy gateway asks a few hundred times a second. */
export class SharedBuckets {
  readonly #link: RedisLink;
  #waiting: Asked[] = [];
  #isAsking = false;

  constructor(url: string, report: (news: string) => void) {
    this.#link = new RedisLink(url, { report, instead: 'each gateway counts requests by itself' });
  }

  get isThere(): boolean {
    return this.#link.isThere;
  }

  /** Takes one request; undefined where Redis is away or too slow. Never throws. */
  take(key: string, policy: RatePolicy): Promise<Standing | undefined> {
    return new Promise((answer) => {
      this.#waiting.push({ key, policy, answer });
      if (!this.#isAsking) void this.#ask();
    });
  }

  close(): void {
    this.#link.close();
  }

  async #ask(): Promise<void> {
    this.#isAsking = true;
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, BATCH);
      const words = batch.flatMap(({ policy: { quota, window_s } }) => [quota, window_s * 1000]);
      const found = await this.#link.ask(
        (redis) =>
          redis.eval(TAKE, batch.length, ...batch.map(({ key }) => key), ...words) as Promise<number[]>,
      );
      for (const [i, { policy, answer }] of batch.entries())
        answer(found && standingOf(policy, found[2 * i] === 1, found[2 * i + 1]! / 1000));
    }
    this.#isAsking = false;
  }
}

// As `take` in rate-limit.rules.ts, by the clock of Redis. A value that is no time counts as a full bucket; times
// are counted from 2023, since sums of fractions are the more exact the smaller they are. Answers for each key
// whether the request is allowed, and in how many microseconds the bucket is full.
const TAKE = `
  local time = redis.call('time')
  local now = (time[1] - 1700000000) * 1000 + time[2] / 1000
  local answers = {}
  for i, key in ipairs(KEYS) do
    local quota, window = tonumber(ARGV[2 * i - 1]), tonumber(ARGV[2 * i])
    local held = redis.pcall('get', key)
    local full = type(held) == 'string' and tonumber(held) or now
    local from = math.min(math.max(full, now), now + window)
    local next = from + window / quota
    local allowed = next - now <= window + 0.01 * window / quota
    if allowed then
      from = next
      redis.call('set', key, string.format('%.6f', next), 'PX', math.ceil(next - now))
    end
    answers[2 * i - 1] = allowed and 1 or 0
    answers[2 * i] = math.floor((from - now) * 1000 + 0.5)
  end
  return answers`;
