/** How low the accounts of each kind may fall. */
export interface Ledger {
  /** In minor units; null: no floor. An account's kind is the text before its first ':'. */
  floorOf(account: string): number | null;
}

/**
 * `ledger({ floors: { wallet: 0 } })`: an account `wallet:…` can't fall below 0; reserved amounts count as spent. Kinds
 * without a floor may owe any amount. An account's floor is the one it was created with. Throws where a floor is no whole
 * number of at most 0.
 */
export function ledger({ floors }: { floors: Record<string, number> }): Ledger {
  for (const [kind, floor] of Object.entries(floors)) {
    // Accounts begin at 0: with a floor above that, none could be created.
    if (!Number.isSafeInteger(floor) || floor > 0) throw new Error(`${kind}: ${floor} is no floor`);
  }
  const known = new Map(Object.entries(floors));
  return { floorOf: (account) => known.get(account.split(':', 1)[0]!) ?? null };
}
