import { byId, type Entry } from './entry.ts';
import type { AccountState } from './cache.ts';
import type { Ledger } from './ledger.ts';
import { MUST_EXIST, type AccountChange } from './rows.ts';

type Figures = Pick<AccountChange, 'debited' | 'credited' | 'reserved'>;

/** The changes of a batch, by account. `accounts` were fetched (null: the account does not exist); undefined: none was. */
export function accountChanges(ledger: Ledger, accounts?: Map<string, AccountState | null>) {
  const changes = new Map<string, AccountChange & { entries: number }>();

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
  function floorFor({ id, debited, reserved }: AccountChange): number | null {
    if (accounts?.get(id)) return MUST_EXIST;
    const floor = ledger.floorOf(id);
    return floor !== null && !accounts && debited + reserved > 0 ? MUST_EXIST : floor;
  }

  return {
    add: (entry: Entry) => apply(entry, 1),
    remove: (entry: Entry) => apply(entry, -1),

    /** Whether both of its accounts have its currency, or none yet. */
    agrees: ({ debit, credit, currency }: Entry['row']): boolean =>
      [debit, credit].every((account) => (currencyOf(account) ?? currency) === currency),

    /** What a fetched account has above its floor. */
    availableOn(account: string): number {
      const state = accounts?.get(account);
      const floor = state ? state.floor : ledger.floorOf(account);
      if (floor === null) return Infinity;
      const { credited = 0, debited = 0, reserved = 0 } = changes.get(account) ?? {};
      return (state?.available ?? 0) + credited - debited - reserved - floor;
    },

    list: (): AccountChange[] =>
      [...changes.values()].map((it) => ({ ...it, floor: floorFor(it) })).sort(byId),
  };
}

export type AccountChanges = ReturnType<typeof accountChanges>;
