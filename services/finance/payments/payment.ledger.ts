import { ledger } from '#mixins/ledger';

/** A campaign can't give what it hasn't got; those outside, and the platform itself, may owe. */
export const books = ledger({ floors: { campaign: 0 } });
