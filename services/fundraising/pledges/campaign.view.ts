// What pledges knows of campaigns: a projection of their messages, remembered for a second.
import type { CampaignView } from '#contracts';
import type { Calls, Service } from '#lib/service';
import { world } from '#lib/world';
import { findCampaign } from './campaign.store.ts';

// What another node has received reaches this one's memory within this, beside the message's own way of a few ms.
const REMEMBERED_MS = 1000;
// Of a few hundred bytes each; beyond that the oldest is asked for again.
const REMEMBERED = 10_000;

type Remembered = { view: Promise<CampaignView>; until_ms: number };

const memories = new WeakMap<Service, Map<string, Remembered>>();

/**
 * A campaign as far as pledges must know it. One that was published a moment ago may not have arrived yet:
 * then its own service is asked. Throws CAMPAIGN_NOT_FOUND.
 */
export function campaignOf(service: Service, calls: Calls, campaign_id: string): Promise<CampaignView> {
  const memory = memories.get(service) ?? new Map<string, Remembered>();
  memories.set(service, memory);
  const known = memory.get(campaign_id);
  if (known && known.until_ms > world.nowMs()) return known.view;
  const view = look(service, calls, campaign_id);
  memory.delete(campaign_id);
  if (memory.size >= REMEMBERED) memory.delete(memory.keys().next().value!);
  memory.set(campaign_id, { view, until_ms: world.nowMs() + REMEMBERED_MS });
  view.catch(() => memory.delete(campaign_id)); // a failure is not remembered
  return view;
}

/** What is remembered of these is out of date. */
export function forget(service: Service, campaign_id: string): void {
  memories.get(service)?.delete(campaign_id);
}

const look = async ({ db }: Service, calls: Calls, campaign_id: string): Promise<CampaignView> =>
  (await findCampaign(db, campaign_id)) ?? (await calls.call('campaigns.read_view', { id: campaign_id }));
