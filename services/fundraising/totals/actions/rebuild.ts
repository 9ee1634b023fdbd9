import type { Result } from '#contracts';
import { action, callsOf, type Service } from '#lib/service';
import { world } from '#lib/world';
import { changed } from '../reading.mixin.ts';
import { nextCampaigns, replacePledges, sumUp } from '../rebuild.store.ts';

// A caller waits 10 s in all, and a step may take some.
const SLICE_MS = 3000;
// Half a megabyte a page.
const PLEDGES = 2000;
// While they are summed up, nothing is added: of 1,000 pledges each some 50 ms.
const CAMPAIGNS = 50;

type Rebuilt = Omit<Result<'totals.rebuild'>, 'repaired' | 'next_cursor'> & { repaired: Set<string> };

/**
 * First pledge by pledge, then campaign by campaign. What is heard meanwhile has its version, and what is added waits
 * for the lock: nothing is counted twice or lost, and to end it halfway leaves nothing undone that was right before.
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
