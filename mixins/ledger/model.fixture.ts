// The ledger without a database, batches or locks: the model that the real one is compared to.
import type { Refusal, Transfer } from './transfer.ts';

interface Account {
  balance: number;
  reserved: number;
}

type Done = Transfer & { leg?: Extract<Transfer, { from: string }>; open?: boolean };

export function model(floorOf: (account: string) => number | null) {
  const accounts = new Map<string, Account>();
  const done = new Map<string, Done | 'spent'>();
  const account = (id: string) => {
    const found = accounts.get(id) ?? { balance: 0, reserved: 0 };
    accounts.set(id, found);
    return found;
  };

  /** The reason of its refusal; null: it happened, now or before. */
  function transfer(it: Transfer): Refusal['reason'] | null {
    const before = done.get(it.id);
    if (before === 'spent') return 'id_spent';
    if (before) return isSame(before, it) ? null : 'id_used';
    const reason = 'pending_id' in it ? end(it) : begin(it);
    if (reason) done.set(it.id, 'spent');
    return reason;
  }

  function begin(it: Extract<Transfer, { from: string }>): Refusal['reason'] | null {
    const from = accounts.get(it.from) ?? { balance: 0, reserved: 0 };
    const floor = floorOf(it.from);
    const { overdraft = 0 } = it;
    const free = floor === null ? Infinity : Math.max(0, from.balance - from.reserved - floor);
    if (free + overdraft < it.amount) return 'below_floor';
    if (it.kind === 'post') {
      account(it.from).balance -= it.amount;
      account(it.to).balance += it.amount;
    } else {
      account(it.from).reserved += it.amount;
      account(it.to);
    }
    done.set(it.id, { ...it, open: it.kind === 'pend' });
    return null;
  }

  function end(it: Extract<Transfer, { pending_id: string }>): Refusal['reason'] | null {
    const pending = done.get(it.pending_id);
    if (!pending || pending === 'spent' || pending.kind !== 'pend') return 'no_such_pending';
    if (!pending.open) return 'pending_ended';
    const amount = it.kind === 'post_pending' ? (it.amount ?? pending.amount) : 0;
    if (amount > pending.amount) return 'exceeds_pending';
    pending.open = false;
    account(pending.from).reserved -= pending.amount;
    account(pending.from).balance -= amount;
    account(pending.to).balance += amount;
    done.set(it.id, { ...it, ...(it.kind === 'post_pending' && { amount }) });
    return null;
  }

  function isSame(before: Done, it: Transfer): boolean {
    const pending = 'pending_id' in it && done.get(it.pending_id);
    const whole = pending && pending !== 'spent' && 'amount' in pending ? pending.amount : undefined;
    const given = it.kind === 'post_pending' ? { amount: whole, ...it } : it;
    return Object.entries(given).every(
      ([field, value]) => field === 'overdraft' || before[field as keyof Done] === value,
    );
  }

  return {
    transfer,
    timeOut(id: string): void {
      const pending = done.get(id);
      if (!pending || pending === 'spent' || pending.kind !== 'pend' || !pending.open) return;
      pending.open = false;
      account(pending.from).reserved -= pending.amount;
    },
    probeTransfer(id: string): boolean {
      if (!done.has(id)) done.set(id, 'spent');
      return done.get(id) !== 'spent';
    },
    /** [balance, reserved] of each. */
    balancesOf: (ids: string[]): (number[] | null)[] =>
      ids.map((id) => {
        const it = accounts.get(id);
        return it ? [it.balance, it.reserved] : null;
      }),
  };
}
