// A donor's receipts of a year, summed up. Pure functions.
import type { Statement } from '#contracts';
import type { SeenReceipt } from './receipt.rules.ts';

type Group = Statement['groups'][number];

/** By organisation and currency, in the order in which they come. An organisation has the name of its newest receipt. */
export function groupsOf(receipts: readonly SeenReceipt[]): Group[] {
  const byBoth = Map.groupBy(receipts, ({ organisation_id, currency }) => `${organisation_id} ${currency}`);
  return [...byBoth.values()].map((rows) => {
    const { organisation_id, organisation_name, currency } = rows.at(-1)!;
    const sumOf = (kind: SeenReceipt['kind']) =>
      rows.reduce((sum, row) => (row.kind === kind ? sum + row.amount : sum), 0);
    const [received_amount, cancelled_amount] = [sumOf('RECEIPT'), sumOf('CANCELLATION')];
    return {
      organisation_id,
      organisation_name,
      currency,
      receipts: rows.map(entryOf),
      received_amount,
      cancelled_amount,
      total: received_amount - cancelled_amount,
    };
  });
}

const entryOf = ({
  id,
  number,
  kind,
  cancels_number,
  issued_at,
  received_at,
  campaign_title,
  amount,
}: SeenReceipt) => ({ id, number, kind, cancels_number, issued_at, received_at, campaign_title, amount });

/** By currency, in alphabetical order. */
export function sumsOf(groups: readonly Group[]): Statement['sums'] {
  const byCurrency = Map.groupBy(groups, ({ currency }) => currency);
  return [...byCurrency]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, own]) => ({ currency, total: own.reduce((sum, { total }) => sum + total, 0) }));
}
