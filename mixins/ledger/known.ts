import type { TransferRow } from './rows.ts';

/** An account as it stands, locked. */
export interface Standing {
  currency: string;
  /** Its balance less what is reserved. */
  available: number;
  floor: number | null;
}

/** What was looked at, under the locks of the accounts; null: there is none. */
export interface Known {
  transfers: Map<string, TransferRow | null>;
  accounts: Map<string, Standing | null>;
  /** Ids of pending transfers that were posted, voided or timed out. */
  ended: Set<string>;
}

export const nothingKnown = (): Known => ({ transfers: new Map(), accounts: new Map(), ended: new Set() });

/** What must be looked at before the batch can be decided. */
export interface Missing {
  ids: Set<string>;
  pendings: Set<string>;
  accounts: Set<string>;
}

export const nothingMissing = (): Missing => ({ ids: new Set(), pendings: new Set(), accounts: new Set() });

export const isMissing = ({ ids, pendings, accounts }: Missing): boolean =>
  ids.size + pendings.size + accounts.size > 0;
