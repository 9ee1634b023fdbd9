import type { Result } from '#contracts';
import { totalInLedger } from '#contracts/fundraising/totals';
import type { Command } from './command.ts';
import { pagesOf } from './pages.ts';
import { table } from './table.ts';

type Drift = Result<'totals.verify'>['data'][number];

/** Checks every campaign, a page per request. */
export const verifyTotals: Command = async (api) => {
  const all = { checked: 0, data: [] as Drift[], moving: [] as string[] };
  for await (const page of pagesOf(api, 'totals.verify')) {
    all.checked += page.checked;
    all.data.push(...page.data);
    all.moving.push(...page.moving);
  }
  const { checked, data, moving } = all;
  const lines = [
    ...(data.length > 0 ? [table(COLUMNS, data.map(row)), ''] : []),
    `${checked} campaigns checked: ${data.length} differ, ${moving.length} changed too fast to tell.`,
    ...(data.length > 0 ? ['`commonweal totals rebuild` repairs them.'] : []),
  ];
  return { json: all, text: lines.join('\n'), isWrong: data.length > 0 };
};

/** A step per request. */
export const rebuildTotals: Command = async (api) => {
  const all = { pledges: 0, campaigns: 0, repaired: 0 };
  for await (const step of pagesOf(api, 'totals.rebuild'))
    for (const figure of ['pledges', 'campaigns', 'repaired'] as const) all[figure] += step[figure];
  const { pledges, campaigns, repaired } = all;
  return {
    json: all,
    text: `${pledges} pledges of ${campaigns} campaigns compared: ${repaired} campaigns repaired.`,
  };
};

const COLUMNS = ['campaign', 'totals', 'figures', 'pledges', 'ledger', 'donors', 'should_be'] as const;

const row = ({ campaign_id, totals, figures, pledges, ledger }: Drift) => ({
  campaign: campaign_id,
  totals: totals.total,
  figures: figures.total,
  pledges: pledges.total,
  ledger: totalInLedger(ledger),
  donors: totals.donors,
  should_be: pledges.donors,
});
