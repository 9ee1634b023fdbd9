import type { Totals } from '#contracts';
import { coalescing } from '#lib/coalescing';
import { isAway } from '#lib/database';
import { fail } from '#lib/errors';
import { action, type Ctx, type Service } from '#lib/service';
import { findTotals } from '../total.store.ts';

type Read = (campaign_id: string) => Promise<Totals | undefined>;

const readers = new WeakMap<Service, Read>();

/** Reads the projection; where that is away, a page that shows totals can go on, told that these are none. */
export default action('totals.get', async function (ctx) {
  const { campaign_id } = ctx.params;
  try {
    return (await readerOf(this)(campaign_id)) ?? (await none(ctx, campaign_id));
  } catch (error) {
    if (!isAway(error)) throw error;
    return unknown(campaign_id);
  }
});

/** A campaign that thousands look at is read once for all who ask at the same time. */
function readerOf(service: Service): Read {
  const reader = readers.get(service) ?? coalescing((ids) => findTotals(service.db, ids));
  readers.set(service, reader);
  return reader;
}

/** Published a moment ago, it may not have been heard of yet: then its own service is asked. Throws CAMPAIGN_NOT_FOUND. */
async function none(ctx: Ctx<unknown>, campaign_id: string): Promise<Totals> {
  const { status, currency } = await ctx.call('campaigns.view', { id: campaign_id });
  if (status === 'DRAFT') throw fail('CAMPAIGN_NOT_FOUND', { id: campaign_id });
  return { ...unknown(campaign_id), currency, source: 'projection', stale: false };
}

const unknown = (campaign_id: string): Totals => ({
  ...{ campaign_id, currency: null, total: 0, donors: 0, pledges: 0, refunded: 0, as_of: null },
  ...{ source: 'default', stale: true },
});
