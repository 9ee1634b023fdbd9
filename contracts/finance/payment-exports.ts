// Payouts and the ledger as files. The fields of a row are the columns: flat, in this order.
import { Type, type Static } from '@sinclair/typebox';
import {
  Amount,
  Currency,
  defineAction,
  exactly,
  exporting,
  exportTypes,
  Id,
  paginated,
  stringEnum,
  Time,
} from '../define.ts';
import { Payout } from './payment.shapes.ts';

/** Money that moved: `amount` from the account `debit` to the account `credit`. */
export const LedgerEntry = exactly({
  id: Type.String(),
  kind: stringEnum(['posted', 'post_pending']),
  debit: Type.String(),
  credit: Type.String(),
  amount: Amount,
  currency: Currency,
  at: Time,
});
export type LedgerEntry = Static<typeof LedgerEntry>;

export const paymentExports = {
  'payments.export_payouts': defineAction({
    summary: 'Exports all payouts, newest first, as CSV or JSON Lines. For admins.',
    permission: 'payouts:export',
    route: 'GET /api/exports/payouts',
    produces: exportTypes,
    params: exactly(exporting),
    result: paginated(Payout),
  }),
  'payments.export_campaign_payouts': defineAction({
    summary:
      "Exports the payouts to a campaign, newest first, as CSV or JSON Lines. For the campaign's owner and admins.",
    permission: 'balances:read',
    route: 'GET /api/campaigns/:campaign_id/exports/payouts',
    produces: exportTypes,
    params: exactly({ campaign_id: Id, ...exporting }),
    result: paginated(Payout),
    errors: ['CAMPAIGN_NOT_FOUND', 'PERMISSION_DENIED'],
  }),
  'payments.export_ledger': defineAction({
    summary:
      'Exports the entries of the ledger that moved money, oldest first: those at or after `from` and before `to`. For admins.',
    permission: 'ledger:export',
    route: 'GET /api/exports/ledger',
    produces: exportTypes,
    params: exactly({ from: Type.Optional(Time), to: Type.Optional(Time), ...exporting }),
    result: paginated(LedgerEntry),
  }),
};
