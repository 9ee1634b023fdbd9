// A Redis that may be slow or away: nothing waits for it for long, and nothing fails without it.
import { world } from '#lib/world';
import { Redis } from 'ioredis';

// What Redis spares us takes a few ms: a longer wait for it is no gain.
const ANSWER_MS = 100;
// The delay before it is tried again after a refused connection or a missing answer.
const AWAY_MS = 1000;

interface News {
  /** Called when it becomes unavailable and when it is back, once each. */
  report: (news: string) => void;
  /** What is done without it, for the report. */
  instead: string;
  /** Called whenever it has answered. */
  onAnswer?: () => void;
}

export class RedisLink {
  readonly #redis: Redis;
  readonly #news: News;
  #isDisconnected = false;
  #awayUntil_ms = 0;

  constructor(url: string, news: News) {
    this.#news = news;
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

  /** Whether it is worth asking. */
  get isThere(): boolean {
    return this.#redis.status === 'ready' && world.nowMs() >= this.#awayUntil_ms;
  }

  /** What it answers; undefined where it is away or too slow. Never throws. */
  async ask<T>(question: (redis: Redis) => Promise<T>): Promise<T | undefined> {
    if (!this.isThere) return undefined;
    try {
      const answer = await question(this.#redis);
      this.#answered();
      return answer;
    } catch (error) {
      this.#missed(error as Error);
      return undefined;
    }
  }

  close(): void {
    this.#isDisconnected = true; // as requested: not reported
    this.#redis.disconnect();
  }

  #answered() {
    if (this.#isDisconnected) this.#news.report('Redis is back');
    this.#isDisconnected = false;
    this.#awayUntil_ms = 0;
    this.#news.onAnswer?.();
  }

  #missed({ message }: Error) {
    this.#awayUntil_ms = world.nowMs() + AWAY_MS;
    if (!this.#isDisconnected) this.#news.report(`Redis is unavailable, ${this.#news.instead}: ${message}`);
    this.#isDisconnected = true;
  }
}
