import { totalInLedger, type Drift, type Sums } from '#contracts/fundraising/totals';

/** Whether all services have the same figures of a campaign's money. */
export const isAgreed = ({ totals, figures, pledges, ledger }: Drift): boolean =>
  isSame(totals, figures) &&
  isSame(totals, pledges) &&
  totals.total === totalInLedger(ledger);

const isSame = (one: Sums, other: Sums): boolean => NAMES.every((name) => one[name] === other[name]);

const NAMES = ['total', 'refunded', 'pledges', 'donors'] as const;
