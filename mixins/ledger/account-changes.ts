import { byId, type Entry } from './entry.ts';
import type { AccountState } from './cache.ts';
import type { Ledger } from './ledger.ts';
import { MUST_EXIST, type AccountChange } from './rows.ts';

type Figures = Pick<AccountChange, 'debited' | 'credited' | 'reserved'>;

/** The changes of a batch, by account. `accounts` were fetched (null: the account does not exist); undefined: none was. */
export function accountChanges(ledger: Ledger, accounts?: Map<string, AccountState | null>) {
  const changes = new Map<string, Omit<AccountChange, 'overdrawn'> & { entries: number }>();

  const currencyOf = (account: string) =>
    changes.get(account)?.currency ?? accounts?.get(account)?.currency ?? null;

  function apply({ row: { debit, credit, currency }, moved, reserved }: Entry, sign: 1 | -1) {
    change(debit, currency, sign, { debited: moved, credited: 0, reserved });
    change(credit, currency, sign, { debited: 0, credited: moved, reserved: 0 });
  }

  function change(id: string, currency: string, sign: 1 | -1, by: Figures) {
    let it = changes.get(id);
    if (!it)
      changes.set(id, (it = { id, currency, debited: 0, credited: 0, reserved: 0, floor: null, entries: 0 }));
    it.debited += sign * by.debited;
    it.credited += sign * by.credited;
    it.reserved += sign * by.reserved;
    it.entries += sign;
    if (it.entries === 0) changes.delete(id); // only the entry taken back may have given it a currency
  }

  /** An unchecked debit needs an existing account: only the balance from before the batch counts. */
  function floorFor({ id, debited, reserved }: Omit<AccountChange, 'overdrawn'>): number | null {
    if (accounts?.get(id)) return MUST_EXIST;
    const floor = ledger.floorOf(id);
    return floor !== null && !accounts && debited + reserved > 0 ? MUST_EXIST : floor;
  }

  /** What it has that is not reserved, its part of this batch counted. */
  function availableOn(account: string): number {
    const { credited = 0, debited = 0, reserved = 0 } = changes.get(account) ?? {};
    return (accounts?.get(account)?.available ?? 0) + credited - debited - reserved;
  }

  const floorOf = (account: string) => {
    const state = accounts?.get(account);
    return state ? state.floor : ledger.floorOf(account);
  };

  /** Only an overdraft makes it grow, so that the database still refuses any other transfer that should not have been. */
  function overdrawnOn(account: string, isForced: boolean): number {
    const floor = floorOf(account);
    if (!accounts || floor === null) return 0;
    const below = Math.max(0, floor - availableOn(account));
    return isForced ? below : Math.min(below, accounts.get(account)?.overdrawn ?? 0);
  }

  return {
    add: (entry: Entry) => apply(entry, 1),
    remove: (entry: Entry) => apply(entry, -1),
    availableOn,

    /** Whether both of its accounts have its currency, or none yet. */
    agrees: ({ debit, credit, currency }: Entry['row']): boolean =>
      [debit, credit].every((account) => (currencyOf(account) ?? currency) === currency),

    /** What a fetched account has above its floor; below 0 where it is in debt. */
    aboveFloor(account: string): number {
      const floor = floorOf(account);
      return floor === null ? Infinity : availableOn(account) - floor;
    },

    /** `forced`: the accounts that overdrafts of this batch took from. */
    list: (forced: ReadonlySet<string>): AccountChange[] =>
      [...changes.values()]
        .map((it) => ({ ...it, floor: floorFor(it), overdrawn: overdrawnOn(it.id, forced.has(it.id)) }))
        .sort(byId),
  };
}

export type AccountChanges = ReturnType<typeof accountChanges>;
