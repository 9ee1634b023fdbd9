import { totalByLedger, type Drift, type Sums } from '#contracts/fundraising/totals';

/** Whether all services have the same figures of a campaign's money. */
export const isAgreed = (drift: Drift): boolean =>
  isSame(drift.totals, drift.figures) &&
  isSame(drift.totals, drift.pledges) &&
  drift.totals.total === totalByLedger(drift);

const isSame = (one: Sums, other: Sums): boolean => NAMES.every((name) => one[name] === other[name]);

const NAMES = ['total', 'refunded', 'pledges', 'donors'] as const;
