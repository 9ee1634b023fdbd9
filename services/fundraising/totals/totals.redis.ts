// Totals in Redis: a faster copy of what is in Postgres. When it is slow or unavailable, nothing fails.
import { Totals } from '#contracts/fundraising/totals';
import { RedisLink } from '#lib/redis';
import { TypeCompiler } from '@sinclair/typebox/compiler';

// If a write is lost with its process, old totals are shown for this long at most.
const KEPT_S = 60;
// 300 bytes each, while Redis is unavailable. Further changes are left to the 60 s.
const WAITING = 10_000;
// Redis does nothing else while a script runs.
const BATCH = 500;

/** The totals in a Redis. `report` is called when it becomes unavailable and when it is back, once each. */
export class Cache {
  readonly #link: RedisLink;
  /** To be written, by campaign. */
  readonly #waiting = new Map<string, Totals>();
  #isWriting = false;

  constructor(url: string, report: (news: string) => void) {
    this.#link = new RedisLink(url, {
      report,
      instead: 'Postgres is read',
      onAnswer: () => void this.#flush(),
    });
  }

  /** The stored totals, by campaign. Never throws; without Redis there are none. */
  async read(campaign_ids: string[]): Promise<Map<string, Totals>> {
    const texts = (await this.#link.ask((redis) => redis.mget(campaign_ids.map(keyOf)))) ?? [];
    const found = campaign_ids.map((id, i) => [id, parse(id, texts[i])] as const);
    return new Map(found.filter((entry): entry is [string, Totals] => entry[1] !== undefined));
  }

  /** Stores these unless newer ones are there. Does not wait. */
  write(totals: Totals[]): void {
    for (const each of totals) this.#queue(each);
    void this.#flush();
  }

  close(): void {
    this.#link.close();
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
      isDone = await this.#link.ask((redis) => redis.eval(KEEP_NEWER, batch.length, ...wordsOf(batch)));
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
