import type { TransferRow } from './rows.ts';

/** An account's row, locked. */
export interface AccountState {
  currency: string;
  /** Its balance less what is reserved. */
  available: number;
  floor: number | null;
  /** How far it was forced below its floor. */
  overdrawn: number;
}

/** The fetched rows, under the locks of their accounts; null: there is no such row. */
export interface LedgerCache {
  transfers: Map<string, TransferRow | null>;
  accounts: Map<string, AccountState | null>;
  /** Ids of pending transfers that were posted, voided or timed out. */
  ended: Set<string>;
}

export const emptyCache = (): LedgerCache => ({
  transfers: new Map(),
  accounts: new Map(),
  ended: new Set(),
});

/** The rows to fetch before the batch can be decided. */
export interface Misses {
  ids: Set<string>;
  pendings: Set<string>;
  accounts: Set<string>;
}

export const noMisses = (): Misses => ({ ids: new Set(), pendings: new Set(), accounts: new Set() });

export const hasMisses = ({ ids, pendings, accounts }: Misses): boolean =>
  ids.size + pendings.size + accounts.size > 0;
