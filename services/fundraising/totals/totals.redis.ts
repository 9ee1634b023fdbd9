// Totals in Redis: a faster copy of what is in Postgres. When it is slow or unavailable, nothing fails.
import { Totals } from '#contracts/fundraising/totals';
import { world } from '#lib/world';
import { TypeCompiler } from '@sinclair/typebox/compiler';
import { Redis } from 'ioredis';

// Postgres answers within a few ms: a longer wait for Redis is no gain.
const ANSWER_MS = 100;
// The delay before it is tried again after a refused connection or a missing answer.
const AWAY_MS = 1000;
// If a write is lost with its process, old totals are shown for this long at most.
const KEPT_S = 60;
// 300 bytes each, while Redis is unavailable. Further changes are left to the 60 s.
const WAITING = 10_000;
// Redis does nothing else while a script runs.
const BATCH = 500;

/** The totals in a Redis. `report` is called when it becomes unavailable and when it is back, once each. */
export class Cache {
  readonly #redis: Redis;
  readonly #report: (news: string) => void;
  /** To be written, by campaign. */
  readonly #waiting = new Map<string, Totals>();
  #isWriting = false;
  #isDisconnected = false;
  #awayUntil_ms = 0;

  constructor(url: string, report: (news: string) => void) {
    this.#report = report;
    this.#redis = new Redis(url, {
      connectTimeout: AWAY_MS,
      commandTimeout: ANSWER_MS,
      retryStrategy: () => AWAY_MS,
      // A command under way when the connection breaks fails at once.
      maxRetriesPerRequest: 0,
    });
    this.#redis.on('ready', () => this.#answered());
    this.#redis.on('error', (error) => this.#missed(error));
  }

  /** The stored totals, by campaign. Never throws; without Redis there are none. */
  async read(campaign_ids: string[]): Promise<Map<string, Totals>> {
    const texts = (await this.#attempt((redis) => redis.mget(campaign_ids.map(keyOf)))) ?? [];
    const found = campaign_ids.map((id, i) => [id, parse(id, texts[i])] as const);
    return new Map(found.filter((entry): entry is [string, Totals] => entry[1] !== undefined));
  }

  /** Stores these unless newer ones are there. Does not wait. */
  write(totals: Totals[]): void {
    for (const each of totals) this.#queue(each);
    void this.#flush();
  }

  close(): void {
    this.#isDisconnected = true; // as requested: not reported
    this.#redis.disconnect();
  }

  async #attempt<T>(ask: (redis: Redis) => Promise<T>): Promise<T | undefined> {
    if (this.#redis.status !== 'ready' || world.nowMs() < this.#awayUntil_ms) return undefined;
    try {
      const answer = await ask(this.#redis);
      this.#answered();
      return answer;
    } catch (error) {
      this.#missed(error as Error);
      return undefined;
    }
  }

  #answered() {
    if (this.#isDisconnected) this.#report('Redis is back');
    this.#isDisconnected = false;
    this.#awayUntil_ms = 0;
    void this.#flush();
  }

  #missed({ message }: Error) {
    this.#awayUntil_ms = world.nowMs() + AWAY_MS;
    if (!this.#isDisconnected) this.#report(`Redis is unavailable, Postgres is read: ${message}`);
    this.#isDisconnected = true;
  }

  #queue(totals: Totals) {
    const { campaign_id, version } = totals;
    if ((this.#waiting.get(campaign_id)?.version ?? -1) >= version) return;
    this.#waiting.set(campaign_id, totals);
    if (this.#waiting.size > WAITING) this.#waiting.delete(this.#waiting.keys().next().value!);
  }

  /** One batch after another; changes meanwhile wait for the next. */
  async #flush(): Promise<void> {
    if (this.#isWriting) return;
    this.#isWriting = true;
    let isDone: unknown = true;
    while (isDone && this.#waiting.size > 0) {
      const batch = [...this.#waiting.values()].slice(0, BATCH);
      for (const { campaign_id } of batch) this.#waiting.delete(campaign_id);
      isDone = await this.#attempt((redis) => redis.eval(KEEP_NEWER, batch.length, ...wordsOf(batch)));
      if (!isDone) for (const each of batch) this.#queue(each);
    }
    this.#isWriting = false;
  }
}

const keyOf = (campaign_id: string) => `campaign:${campaign_id}:totals`;

const wordsOf = (batch: Totals[]): (string | number)[] => [
  ...batch.map(({ campaign_id }) => keyOf(campaign_id)),
  KEPT_S,
  ...batch.flatMap((totals) => [totals.version, JSON.stringify(totals)]),
];

// A value that is no text, or has no version, counts as older.
const KEEP_NEWER = `
  for i, key in ipairs(KEYS) do
    local held = redis.pcall('get', key)
    local version = type(held) == 'string' and tonumber(string.match(held, '"version":(%d+)')) or -1
    if version < tonumber(ARGV[2 * i]) then redis.call('set', key, ARGV[2 * i + 1], 'EX', ARGV[1]) end
  end
  return 1`;

const schema = TypeCompiler.Compile(Totals);

/** The stored totals of a campaign; undefined where there are none, or none that we wrote. */
function parse(campaign_id: string, text: string | null | undefined): Totals | undefined {
  if (!text) return undefined;
  try {
    const found: unknown = JSON.parse(text);
    return schema.Check(found) && found.campaign_id === campaign_id
      ? { ...found, source: 'cache' }
      : undefined;
  } catch {
    return undefined;
  }
}
