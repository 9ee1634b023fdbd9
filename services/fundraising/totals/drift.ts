// What totals, pledges and the ledger say of the same campaigns, and where they differ.
import type { Result } from '#contracts';
import type { Drift, Sums } from '#contracts/fundraising/totals';
import { callsOf, type Service } from '#lib/service';
import { world } from '#lib/world';
import { isAgreed } from './drift.rules.ts';
import { findSums, nextCampaigns } from './rebuild.store.ts';

// Messages take some 20 ms; what failed once is told again after a second.
const SETTLED_MS = 500;
const LOOKS = 4;

const NO_SUMS: Sums = { total: 0, refunded: 0, pledges: 0, donors: 0 };
const NO_LEDGER: Drift['ledger'] = { balance: 0, paid_out: 0, fees: 0, written_off: 0 };

/** What differs and has not moved from one look to the next is drift; what moves is money on its way. */
export async function findDrift(
  service: Service,
  after: string | null,
  limit: number,
): Promise<Result<'totals.verify'>> {
  const page = await pageOf(service, after, limit);
  const data: Drift[] = [];
  let moving = await differing(service, page, page.campaign_ids);
  for (let looks = 1; looks < LOOKS && moving.length > 0; looks++) {
    await world.sleep(SETTLED_MS);
    const before = new Set(moving.map((drift) => JSON.stringify(drift)));
    const again = await differing(service, page, idsOf(moving));
    const isStill = (drift: Drift) => before.has(JSON.stringify(drift));
    data.push(...again.filter(isStill));
    moving = again.filter((drift) => !isStill(drift));
  }
  const { campaign_ids, next_cursor } = page;
  return { checked: campaign_ids.length, data, moving: idsOf(moving), next_cursor };
}

const idsOf = (drifts: Drift[]): string[] => drifts.map(({ campaign_id }) => campaign_id);

interface Page {
  after: string | null;
  limit: number;
  campaign_ids: string[];
  next_cursor: string | null;
}

/** Campaigns that totals or pledges know, up to where both have been read. */
async function pageOf(service: Service, after: string | null, limit: number): Promise<Page> {
  const [ours, theirs] = await Promise.all([
    nextCampaigns(service.db, after, limit),
    sumsOf(service, { after, limit }).then((sums) => [...sums.keys()]),
  ]);
  const ends = [ours, theirs].filter(({ length }) => length === limit).map((ids) => ids.at(-1)!);
  const next_cursor = ends.sort()[0] ?? null;
  const all = [...new Set([...ours, ...theirs])].sort();
  return { after, limit, campaign_ids: all.filter((id) => !next_cursor || id <= next_cursor), next_cursor };
}

async function differing(service: Service, page: Page, campaign_ids: string[]): Promise<Drift[]> {
  const [ours, pledges, { data: balances }] = await Promise.all([
    findSums(service.db, campaign_ids),
    sumsOf(service, page),
    callsOf(service).call('payments.read_balances', { beneficiaries: campaign_ids.map(accountOf) }),
  ]);
  const ledgers = new Map(balances.map(({ beneficiary, ...ledger }) => [beneficiary, ledger]));
  const seen = campaign_ids.map((campaign_id) => ({
    campaign_id,
    totals: ours.get(campaign_id)?.totals ?? NO_SUMS,
    figures: ours.get(campaign_id)?.figures ?? NO_SUMS,
    pledges: pledges.get(campaign_id) ?? NO_SUMS,
    ledger: ledgers.get(accountOf(campaign_id)) ?? NO_LEDGER,
  }));
  return seen.filter((drift) => !isAgreed(drift));
}

const accountOf = (campaign_id: string) => `campaign:${campaign_id}`;

async function sumsOf(service: Service, { after, limit }: Pick<Page, 'after' | 'limit'>) {
  const { data } = await callsOf(service).call('pledges.read_sums', { ...(after && { after }), limit });
  return new Map(data.map(({ campaign_id, ...sums }) => [campaign_id, sums]));
}
