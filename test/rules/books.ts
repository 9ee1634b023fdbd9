// The ledger of the stories: accounts in a map.
import type { AnyDecision } from '#mixins/actors/decision';
import type { Refusal, Transfer } from '#mixins/ledger/transfer';

type Direct = Extract<Transfer, { from: string }>;
type Held = Extract<Transfer, { kind: 'pend' }>;

/** A campaign gives what it has, or owes what an overdraft takes; what would refuse a transfer takes its decision's place. */
export function books() {
  const balances = new Map<string, number>();
  const holds = new Map<string, Held>();
  const balanceOf = (account: string) => balances.get(account) ?? 0;
  const reservedOf = (account: string) =>
    [...holds.values()].filter(({ from }) => from === account).reduce((sum, { amount }) => sum + amount, 0);
  const availableOn = (account: string) => balanceOf(account) - reservedOf(account);
  const move = (account: string, amount: number) => balances.set(account, balanceOf(account) + amount);

  function refusalOf({
    id,
    from,
    to,
    amount,
    overdraft = 0,
    ceiling = Infinity,
  }: Direct): Refusal | undefined {
    const available = Math.max(0, availableOn(from));
    if (from.startsWith('campaign:') && available + overdraft < amount)
      return { transfer_id: id, reason: 'below_floor', available };
    if (availableOn(to) + amount > ceiling)
      return { transfer_id: id, reason: 'above_ceiling', available: Math.max(0, ceiling - availableOn(to)) };
    return undefined;
  }

  function post<S>(decision: AnyDecision<S>): AnyDecision<S> {
    for (const { transfer, ifRefused } of decision.transfers) {
      if (transfer.kind === 'post' || transfer.kind === 'pend') {
        const refusal = refusalOf(transfer);
        if (refusal) return post(ifRefused!(refusal));
        if (transfer.kind === 'pend') holds.set(transfer.id, transfer);
        else {
          move(transfer.from, -transfer.amount);
          move(transfer.to, transfer.amount);
        }
      } else {
        const { from, to, amount: held } = holds.get(transfer.pending_id)!;
        holds.delete(transfer.pending_id);
        const amount = transfer.kind === 'void_pending' ? 0 : (transfer.amount ?? held);
        move(from, -amount);
        move(to, amount);
      }
    }
    return decision;
  }

  return {
    post,
    balances: () => Object.fromEntries([...balances].filter(([, balance]) => balance !== 0).sort()),
    reserved: () => [...holds.values()].reduce((sum, { amount }) => sum + amount, 0),
  };
}
