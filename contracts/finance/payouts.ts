// What leaves the platform for beneficiaries, and what they have. A part of the contract of payments.
import { Type } from '@sinclair/typebox';
import {
  Amount,
  Currency,
  defineAction,
  defineMessage,
  exactly,
  Id,
  paginated,
  pagination,
  Sum,
} from '../define.ts';
import { Beneficiary, BeneficiaryBalance, Payout, WriteOff, WrittenReason } from './payment.shapes.ts';

export const payoutActions = {
  'payments.create_payout': defineAction({
    summary:
      'Books a payout to a beneficiary, such as a campaign, of at most its balance less what is reserved. For admins.',
    permission: 'payouts:create',
    route: 'POST /api/payouts',
    status: 201,
    location: '/api/payouts',
    idempotency: 'required',
    params: exactly({ beneficiary: Beneficiary, amount: Amount, currency: Currency }),
    result: Payout,
    errors: ['BENEFICIARY_NOT_FOUND', 'PAYOUT_NOT_ALLOWED', 'INSUFFICIENT_FUNDS', 'CURRENCY_MISMATCH'],
  }),
  'payments.confirm_payout': defineAction({
    summary: 'Records that the money of a payout has arrived. For admins.',
    permission: 'payouts:confirm',
    route: 'POST /api/payouts/:id/confirm',
    idempotency: 'accepted',
    params: exactly({ id: Id }),
    result: Payout,
    errors: ['PAYOUT_NOT_FOUND', 'TRANSITION_NOT_ALLOWED'],
  }),
  'payments.fail_payout': defineAction({
    summary: "Records that a payout did not come about: its money is the beneficiary's again. For admins.",
    permission: 'payouts:confirm',
    route: 'POST /api/payouts/:id/fail',
    idempotency: 'accepted',
    params: exactly({ id: Id, reason: WrittenReason }),
    result: Payout,
    errors: ['PAYOUT_NOT_FOUND', 'TRANSITION_NOT_ALLOWED'],
  }),
  'payments.reverse_payout': defineAction({
    summary:
      "Records that a payout came back after it had arrived: its money is the beneficiary's again. For admins.",
    permission: 'payouts:confirm',
    route: 'POST /api/payouts/:id/reverse',
    idempotency: 'accepted',
    params: exactly({ id: Id, reason: WrittenReason }),
    result: Payout,
    errors: ['PAYOUT_NOT_FOUND', 'TRANSITION_NOT_ALLOWED'],
  }),
  'payments.list_payouts': defineAction({
    summary: 'Lists payouts, newest first. For admins.',
    permission: 'payouts:read',
    route: 'GET /api/payouts',
    params: exactly({ ...pagination, beneficiary: Type.Optional(Beneficiary) }),
    result: paginated(Payout),
  }),
  'payments.write_off': defineAction({
    summary: "Writes off what a beneficiary owes, or a part of it: the platform's loss. For admins.",
    permission: 'payouts:create',
    route: 'POST /api/write-offs',
    status: 201,
    location: '/api/write-offs',
    idempotency: 'required',
    params: exactly({ beneficiary: Beneficiary, amount: Amount, currency: Currency, reason: WrittenReason }),
    result: WriteOff,
    errors: ['BENEFICIARY_NOT_FOUND', 'NOT_OWED', 'CURRENCY_MISMATCH'],
  }),
  'payments.list_write_offs': defineAction({
    summary: 'Lists what was written off, newest first. For admins.',
    permission: 'payouts:read',
    route: 'GET /api/write-offs',
    params: exactly({ ...pagination, beneficiary: Type.Optional(Beneficiary) }),
    result: paginated(WriteOff),
  }),
  'payments.get_balance': defineAction({
    summary:
      "Returns what a beneficiary has: pending, available and reserved, what it owes, and what has left it. For the campaign's owner and admins.",
    permission: 'balances:read',
    route: 'GET /api/balances/:beneficiary',
    params: exactly({ beneficiary: Beneficiary }),
    result: BeneficiaryBalance,
    errors: ['BENEFICIARY_NOT_FOUND'],
  }),
  'payments.read_balances': defineAction({
    summary:
      "Returns the balance of each beneficiary, what was paid out to it, what it bore of providers' fees, and what was written off for it.",
    permission: 'internal',
    params: exactly({ beneficiaries: Type.Array(Beneficiary, { maxItems: 1000 }) }),
    result: exactly({
      data: Type.Array(
        exactly({
          beneficiary: Beneficiary,
          balance: Type.Integer(),
          paid_out: Sum,
          fees: Sum,
          written_off: Sum,
        }),
      ),
    }),
  }),
};

const paidOut = { payout_id: Id, beneficiary: Beneficiary, amount: Amount, currency: Currency };
const payout = { version: 1, key: 'beneficiary', payload: exactly(paidOut) } as const;
const unpaid = { ...payout, payload: exactly({ ...paidOut, reason: Type.String() }) };

export const payoutMessages = {
  'payout.booked': defineMessage({ summary: 'Money of a beneficiary is to be paid out to it.', ...payout }),
  'payout.paid': defineMessage({ summary: 'A payout has arrived.', ...payout }),
  'payout.failed': defineMessage({ summary: 'A payout did not come about: its money is back.', ...unpaid }),
  'payout.reversed': defineMessage({ summary: 'A payout came back after it had arrived.', ...unpaid }),
};
