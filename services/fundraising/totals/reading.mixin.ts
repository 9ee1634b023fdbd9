// Reads totals, and announces their changes.
import type { Totals } from '#contracts';
import { settingsOf } from '#lib/broker';
import { coalescing } from '#lib/coalescing';
import { isDisconnected } from '#lib/database';
import { fail } from '#lib/errors';
import { defineMixin, type Ctx, type Service } from '#lib/service';
import { findTotals } from './total.store.ts';
import { Cache } from './totals.redis.ts';

type Read = (campaign_id: string) => Promise<Totals | undefined>;
type Reading = Service & { cache: Cache | null; newest: Read; fastest: Read };

/** Concurrent readers of a campaign share one read. */
export const reading = defineMixin<Reading>({
  created() {
    const { redis_url } = settingsOf(this.broker);
    const cache = redis_url ? new Cache(redis_url, (news) => this.logger.warn(news)) : null;
    this.cache = cache;
    this.newest = coalescing((ids) => findOrDefault(this, ids));
    this.fastest = cache ? coalescing((ids) => findCached(this, cache, ids)) : this.newest;
  },
  async stopped() {
    this.cache?.close();
  },
});

/** Writes changed totals to Redis, and hints to their watchers. Both may get lost. */
export function changed(service: Service, totals: Totals[]): void {
  if (totals.length === 0) return;
  (service as Reading).cache?.write(totals);
  const params = totals.map(({ campaign_id }) => ({ campaign_id }));
  void service.broker.broadcast('stream.hint', { name: 'totals.stream', params });
}

/**
 * The totals of a campaign: from Redis, else from the projection, and where that is unavailable as well a default, so that a
 * page can be shown. `newest`: not from Redis, which gets a change a moment later. Throws CAMPAIGN_NOT_FOUND.
 */
export const totalsOf = async (
  service: Service,
  ctx: Ctx<{ campaign_id: string }>,
  from: 'newest' | 'fastest',
): Promise<Totals> => {
  const { campaign_id } = ctx.params;
  return (await (service as Reading)[from](campaign_id)) ?? none(ctx, campaign_id);
};

async function findCached(service: Reading, cache: Cache, campaign_ids: string[]) {
  const found = await cache.read(campaign_ids);
  const missing = campaign_ids.filter((id) => !found.has(id));
  if (missing.length === 0) return found;
  const read = await findOrDefault(service, missing);
  cache.write([...read.values()].filter(({ source }) => source === 'projection'));
  return new Map([...found, ...read]);
}

async function findOrDefault({ db }: Service, campaign_ids: string[]): Promise<Map<string, Totals>> {
  try {
    return await findTotals(db, campaign_ids);
  } catch (error) {
    if (!isDisconnected(error)) throw error;
    return new Map(campaign_ids.map((id) => [id, unknown(id)]));
  }
}

/** The message of a campaign just published may be under way: then the campaigns service is asked. */
async function none(ctx: Ctx<unknown>, campaign_id: string): Promise<Totals> {
  const { status, currency } = await ctx.call('campaigns.read_view', { id: campaign_id });
  if (status === 'DRAFT') throw fail('CAMPAIGN_NOT_FOUND', { id: campaign_id });
  return { ...unknown(campaign_id), currency, source: 'projection', stale: false };
}

const unknown = (campaign_id: string): Totals => ({
  campaign_id,
  currency: null,
  total: 0,
  donors: 0,
  pledges: 0,
  refunded: 0,
  as_of: null,
  version: 0,
  source: 'default',
  stale: true,
});
