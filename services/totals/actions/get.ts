import type { Totals } from '#contracts';
import { isAway } from '#lib/database';
import { fail } from '#lib/errors';
import { action } from '#lib/service';
import { findTotals } from '../total.store.ts';

/** Reads the projection; where that is away, a page that shows totals can go on, told that these are none. */
export default action('totals.get', async function ({ params: { campaign_id } }) {
  try {
    const totals = await findTotals(this.db, campaign_id);
    if (!totals) throw fail('CAMPAIGN_NOT_FOUND', { id: campaign_id });
    return totals;
  } catch (error) {
    if (!isAway(error)) throw error;
    return unknown(campaign_id);
  }
});

const unknown = (campaign_id: string): Totals => ({
  ...{ campaign_id, currency: null, total: 0, donors: 0, pledges: 0, refunded: 0, as_of: null },
  ...{ source: 'default', stale: true },
});
