import type { Result } from '#contracts';
import { action, callsOf, type Service } from '#lib/service';
import { world } from '#lib/world';
import { changed } from '../reading.mixin.ts';
import { nextCampaigns, replacePledges, sumUp } from '../rebuild.store.ts';

// A caller waits 10 s in all, and one step may take some of them.
const SLICE_MS = 3000;
// Half a megabyte a page.
const PLEDGES = 2000;
// While they are summed up, nothing is added: some 50 ms for campaigns with 1,000 pledges each.
const CAMPAIGNS = 50;

type Rebuilt = Omit<Result<'totals.rebuild'>, 'repaired' | 'next_cursor'> & { repaired: Set<string> };

/**
 * First pledge by pledge, then campaign by campaign. Messages that arrive meanwhile have their versions, and their sums wait
 * for the lock: nothing is counted twice or lost, and a rebuild that is interrupted breaks nothing that was right before.
 */
export default action('totals.rebuild', async function ({ params }) {
  const until_ms = world.nowMs() + SLICE_MS;
  const rebuilt: Rebuilt = { pledges: 0, campaigns: 0, repaired: new Set() };
  let cursor: string | null = params.cursor ?? 'pledges';
  do {
    const [what, after = null] = cursor.split(':') as [string, string?];
    cursor =
      what === 'pledges' ? await replacePage(this, after, rebuilt) : await sumPage(this, after, rebuilt);
  } while (cursor && world.nowMs() < until_ms);
  return { ...rebuilt, repaired: rebuilt.repaired.size, next_cursor: cursor };
});

async function replacePage(service: Service, after: string | null, rebuilt: Rebuilt): Promise<string> {
  const page = await callsOf(service).call('pledges.read_figures', {
    ...(after && { after }),
    limit: PLEDGES,
  });
  const last = page.data.length < PLEDGES ? null : page.data.at(-1)!.pledge_id;
  const totals = await replacePledges(service.db, page, after, last);
  changed(service, totals);
  for (const { campaign_id } of totals) rebuilt.repaired.add(campaign_id);
  rebuilt.pledges += page.data.length;
  return last ? `pledges:${last}` : 'campaigns';
}

async function sumPage(service: Service, after: string | null, rebuilt: Rebuilt): Promise<string | null> {
  const campaign_ids = await nextCampaigns(service.db, after, CAMPAIGNS);
  const totals = await sumUp(service.db, campaign_ids);
  changed(service, totals);
  for (const { campaign_id } of totals) rebuilt.repaired.add(campaign_id);
  rebuilt.campaigns += campaign_ids.length;
  return campaign_ids.length < CAMPAIGNS ? null : `campaigns:${campaign_ids.at(-1)}`;
}
