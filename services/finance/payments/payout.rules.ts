// The rules of a payout, and of writing off what a beneficiary owes. Pure functions.
import type { MessageOf, Params, Payout, WriteOff } from '#contracts';
import { fail } from '#lib/errors';
import { lifecycle } from '#lib/lifecycle';
import { uuidv5 } from '#lib/world';
import { payoutMachine } from '#machines/finance/payout.machine';
import { becomes, type CommandContext, type Decision } from '#mixins/actors/decision';
import type { Refusal } from '#mixins/ledger/transfer';

type PayoutMessage = MessageOf<'payments'>;

/** What the action knows of the beneficiary when it is asked. */
export interface Holder {
  is_called_off: boolean;
  /** What of its balance has not settled yet. */
  pending_amount: number;
}

/** Throws PAYOUT_NOT_ALLOWED, INSUFFICIENT_FUNDS, CURRENCY_MISMATCH. */
export function book(
  _none: Payout | undefined,
  { wanted, holder }: { wanted: Params<'payments.create_payout'>; holder: Holder },
  { key, now }: CommandContext,
): Decision<Payout, PayoutMessage> {
  const { beneficiary, amount, currency } = wanted;
  if (holder.is_called_off) throw fail('PAYOUT_NOT_ALLOWED', { beneficiary });
  const payout: Payout = {
    id: key,
    beneficiary,
    amount,
    currency,
    status: 'BOOKED',
    pending_amount: Math.min(amount, holder.pending_amount),
    reason: null,
    created_at: now,
    ended_at: null,
    version: 0,
  };
  return becomes(payout)
    .publishing('payout.booked', told(payout))
    .transferring(
      { id: key, kind: 'post', from: beneficiary, to: `bank:${currency}`, amount, currency },
      ({ reason, available }) => {
        throw reason === 'currency_differs'
          ? otherCurrency()
          : fail('INSUFFICIENT_FUNDS', { beneficiary, available });
      },
    );
}

const life = lifecycle(payoutMachine);

/** The bank has confirmed it. Throws TRANSITION_NOT_ALLOWED. */
export function pay(payout: Payout, _input: unknown, { now }: CommandContext) {
  return moved(payout, 'pay', { ended_at: now }).publishing('payout.paid', told(payout));
}

/** The bank could not: its money is the beneficiary's again. Throws TRANSITION_NOT_ALLOWED. */
export function failPayout(payout: Payout, { reason }: { reason: string }, { now }: CommandContext) {
  const failed = moved(payout, 'fail', { reason, ended_at: now });
  return returned(failed.publishing('payout.failed', { ...told(payout), reason }));
}

/** It had arrived, and came back. Throws TRANSITION_NOT_ALLOWED. */
export function reverse(payout: Payout, { reason }: { reason: string }, { now }: CommandContext) {
  const reversed = moved(payout, 'reverse', { reason, ended_at: now });
  return returned(reversed.publishing('payout.reversed', { ...told(payout), reason }));
}

const moved = (
  payout: Payout,
  type: 'pay' | 'fail' | 'reverse',
  changes: Partial<Payout>,
): Decision<Payout, PayoutMessage> =>
  becomes({ ...payout, ...changes, status: life.after(payout.status, { type }, {}) as Payout['status'] });

function returned(decision: Decision<Payout, PayoutMessage>): Decision<Payout, PayoutMessage> {
  const { id, beneficiary, amount, currency } = decision.state;
  return decision.transferring({
    id: uuidv5(`return of payout ${id}`),
    kind: 'post',
    from: `bank:${currency}`,
    to: beneficiary,
    amount,
    currency,
  });
}

const told = ({ id: payout_id, beneficiary, amount, currency }: Payout) => ({
  payout_id,
  beneficiary,
  amount,
  currency,
});

/** The platform bears what a beneficiary owes, or a part of it. Throws NOT_OWED, CURRENCY_MISMATCH. */
export function writeOff(
  _none: WriteOff | undefined,
  { beneficiary, amount, currency, reason }: Params<'payments.write_off'>,
  { key, caller, now }: CommandContext,
): Decision<WriteOff> {
  const written: WriteOff = {
    id: key,
    beneficiary,
    amount,
    currency,
    reason,
    user_id: caller?.user_id ?? null,
    status: 'WRITTEN_OFF',
    created_at: now,
    version: 0,
  };
  const move = { from: `losses:${currency}`, to: beneficiary, amount, currency };
  return becomes(written).transferring({ id: key, kind: 'post', ...move, ceiling: 0 }, (refusal) => {
    throw notOwed(beneficiary, refusal);
  });
}

const notOwed = (beneficiary: string, { reason, available }: Refusal) =>
  reason === 'currency_differs' ? otherCurrency() : fail('NOT_OWED', { beneficiary, debt: available });

const otherCurrency = () =>
  fail('CURRENCY_MISMATCH', {
    errors: [{ pointer: '/currency', message: 'must be that of the beneficiary' }],
  });
