// What must hold between totals, pledges and the ledger.
import { totalInLedger } from '#contracts/fundraising/totals';
import type { Check } from '#mixins/invariants';
import { findDrift } from './drift.ts';

// Sums are made of all pledges of each, and of 500,000 in some seconds: few campaigns at once.
const PAGE = 20;

/** Totals are what pledges, and the ledger, say. What is only on its way is no drift. */
export const totalsFollow: Check = async (service, after) => {
  const { checked, data, next_cursor: next } = await findDrift(service, after, PAGE);
  const violations = data.map(({ campaign_id: key, totals, pledges, ledger }) => ({
    key,
    found: `it has ${totals.total} of ${totals.donors} donors, its pledges say ${pledges.total} of ${pledges.donors}, the ledger ${
      totalInLedger(ledger)
    }`,
  }));
  return { checked, violations, next };
};
