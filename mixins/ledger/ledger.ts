/** How low the accounts of each kind may fall. */
export interface Ledger {
  /** In minor units; null: there is none. An account's kind is what stands before its first ':'. */
  floorOf(account: string): number | null;
}

/**
 * `ledger({ floors: { wallet: 0 } })`: an account `wallet:…` can't fall below 0; what is reserved counts as gone. Kinds
 * without a floor may owe any amount. An account keeps the floor it came about with. Throws where a floor is no whole number of at most 0.
 */
export function ledger({ floors }: { floors: Record<string, number> }): Ledger {
  for (const [kind, floor] of Object.entries(floors)) {
    // Accounts begin at 0: above it none could come about.
    if (!Number.isSafeInteger(floor) || floor > 0) throw new Error(`${kind}: ${floor} is no floor`);
  }
  const known = new Map(Object.entries(floors));
  return { floorOf: (account) => known.get(account.split(':', 1)[0]!) ?? null };
}
