// The rules of a payout. Pure functions.
import type { Params, Payout } from '#contracts';
import { fail } from '#lib/errors';
import { becomes, type CommandContext, type Decision } from '#mixins/actors/decision';

/** Throws INSUFFICIENT_FUNDS, CURRENCY_MISMATCH. */
export function book(
  _none: Payout | undefined,
  { beneficiary, amount, currency }: Params<'payments.create_payout'>,
  { key, now }: CommandContext,
): Decision<Payout> {
  const payout: Payout = {
    id: key,
    beneficiary,
    amount,
    currency,
    status: 'BOOKED',
    created_at: now,
    version: 0,
  };
  const move = { from: beneficiary, to: `bank:${currency}`, amount, currency };
  return becomes(payout).transferring({ id: key, kind: 'post', ...move }, ({ reason, available }) => {
    throw reason === 'currency_differs'
      ? fail('CURRENCY_MISMATCH', {
          errors: [{ pointer: '/currency', message: 'must be that of the beneficiary' }],
        })
      : fail('INSUFFICIENT_FUNDS', { beneficiary, available });
  });
}
