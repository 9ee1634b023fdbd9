// The limits of a gateway: by user, by address and by tier, and of all requests together.
import type { RateLimits } from '#config.door';
import { fail } from '#lib/errors';
import { stopwatch } from '#lib/metrics';
import type { Response } from './http.ts';
import { Buckets } from './rate-limit.memory.ts';
import { SharedBuckets } from './rate-limit.redis.ts';
import { rateHeaders, type RatePolicy, type Standing } from './rate-limit.rules.ts';
import type { Route } from './routes.ts';
import { operator, type Identity } from './identity.ts';

interface Asking {
  /** As limits go by it: of IPv6 the network. */
  address: string;
  /** Who asks, once it is known. */
  identity?: Identity | undefined;
  route?: Pick<Route, 'signsIn' | 'isRaw'> | undefined;
}

type Tier = Exclude<keyof RateLimits, 'gateway'>;

const MINUTE_S = 60;

export class Limits {
  readonly #policies: Map<Tier, RatePolicy>;
  readonly #gateway: RatePolicy | undefined;
  readonly #own = new Buckets();
  readonly #shared: SharedBuckets | null;

  constructor(limits: RateLimits, redis_url: string | null, report: (news: string) => void) {
    const { gateway, ...tiers } = limits;
    const limited = (Object.entries(tiers) as [Tier, number][]).filter(([, quota]) => quota > 0);
    this.#policies = new Map(
      limited.map(([name, quota]) => [name, { name, quota, window_s: MINUTE_S }] as const),
    );
    this.#gateway = gateway > 0 ? { name: 'gateway', quota: gateway, window_s: 1 } : undefined;
    this.#shared = redis_url && limited.length > 0 ? new SharedBuckets(redis_url, report) : null;
  }

  /** Whether Redis counts; null where there is none. */
  get isShared(): boolean | null {
    return this.#shared && this.#shared.isThere;
  }

  /**
   * Counts a request, and says in the answer's headers what is left. Throws TOO_MANY_REQUESTS, and BUSY where all clients together
   * ask for more than the gateway takes.
   */
  async take(res: Response, asking: Asking): Promise<void> {
    // A provider's webhooks are signed, and must not wait for anybody else.
    if (asking.route?.isRaw) return;
    const tier = tierOf(asking);
    const policy = this.#policies.get(tier);
    if (policy) {
      const who = tier === 'user' || tier === 'program' ? asking.identity!.user_id : asking.address;
      const standing = this.#count(`limit:${tier}:${who}`, policy);
      const { isAllowed, reset_s } = told(res, standing instanceof Promise ? await standing : standing);
      if (!isAllowed) throw fail('TOO_MANY_REQUESTS', { policy: tier, retry_after_s: reset_s });
    }
    // Last: who is refused takes nothing from everybody else.
    if (this.#gateway && !this.#own.take('gateway', this.#gateway, stopwatch()).isAllowed) throw fail('BUSY');
  }

  close(): void {
    this.#shared?.close();
  }

  /** What this gateway alone has seen too often needs no asking; without Redis, it is all that there is. */
  #count(key: string, policy: RatePolicy): Standing | Promise<Standing> {
    const own = this.#own.take(key, policy, stopwatch());
    if (!this.#shared?.isThere || !own.isAllowed) return own;
    return this.#shared.take(key, policy).then((shared) => shared ?? own);
  }
}

function told(res: Response, standing: Standing): Standing {
  for (const [name, value] of Object.entries(rateHeaders(standing))) res.setHeader(name, value);
  return standing;
}

/** Who signs in is nobody yet, whatever token they send: an address that guesses passwords is limited as such. */
function tierOf({ identity, route }: Asking): Tier {
  if (route?.signsIn) return 'sign_in';
  if (!identity) return 'anonymous';
  return identity.access_token || identity.user_id === operator.user_id ? 'program' : 'user';
}
