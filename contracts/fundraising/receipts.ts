import { Type } from '@sinclair/typebox';
import {
  Amount,
  Currency,
  defineAction,
  defineMessage,
  defineTimer,
  Email,
  exactly,
  HtmlPage,
  Id,
  nullable,
  paginated,
  pagination,
  PdfFile,
  stringEnum,
  Time,
} from '../define.ts';
import { Receipt, receiptKinds, ReceiptNumber, Statement } from './receipt.shapes.ts';

const UUID = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}';

const one = exactly({
  id: Id,
  token: Type.Optional(
    Type.String({ maxLength: 200, description: "the token of a receipt's link, as in the e-mail about it" }),
  ),
});
const ofYear = exactly({
  year: Type.Integer({ minimum: 2000, maximum: 9999, description: 'a year from 2000 to 9999, in UTC' }),
});

export const actions = {
  'receipts.list': defineAction({
    summary:
      "Lists receipts, newest first: the user's own, with `organisation_id` those of an organisation for itself, everyone's for admins.",
    permission: 'receipts:read',
    route: 'GET /api/receipts',
    secret: true,
    params: exactly({
      ...pagination,
      organisation_id: Type.Optional(
        Type.String({
          pattern: `^(me|${UUID})$`,
          maxLength: 36,
          description: '`me`, or the id of the owner of the campaigns',
        }),
      ),
      pledge_id: Type.Optional(Id),
    }),
    result: paginated(Receipt),
    errors: ['PERMISSION_DENIED'],
  }),
  'receipts.get': defineAction({
    summary:
      'Returns a receipt. For its donor (guests use the link from their e-mail), the organisation and admins.',
    permission: 'anyone',
    permissionIfSignedIn: 'receipts:read',
    route: 'GET /api/receipts/:id',
    secret: true,
    params: one,
    result: Receipt,
    errors: ['RECEIPT_NOT_FOUND'],
  }),
  'receipts.page': defineAction({
    summary: 'Shows a receipt to people. For the same as `receipts.get`.',
    permission: 'anyone',
    permissionIfSignedIn: 'receipts:read',
    route: 'GET /receipts/:id',
    produces: 'text/html',
    secret: true,
    params: one,
    result: HtmlPage,
    errors: ['RECEIPT_NOT_FOUND'],
  }),
  'receipts.pdf': defineAction({
    summary: 'Returns a receipt as a PDF. For the same as `receipts.get`.',
    permission: 'anyone',
    permissionIfSignedIn: 'receipts:read',
    route: 'GET /receipts/:id/pdf',
    produces: 'application/pdf',
    secret: true,
    params: one,
    result: PdfFile,
    errors: ['RECEIPT_NOT_FOUND'],
  }),
  'receipts.statement': defineAction({
    summary: "Returns all of the user's receipts and cancellations of a year, with their sums.",
    permission: 'receipts:read',
    route: 'GET /api/receipts/statements/:year',
    secret: true,
    params: ofYear,
    result: Statement,
    errors: ['STATEMENT_TOO_LONG'],
  }),
  'receipts.statement_pdf': defineAction({
    summary: 'Returns the same as a PDF.',
    permission: 'receipts:read',
    route: 'GET /api/receipts/statements/:year/pdf',
    produces: 'application/pdf',
    secret: true,
    params: ofYear,
    result: PdfFile,
    errors: ['STATEMENT_TOO_LONG'],
  }),
};

export const messages = {
  'receipt.issued': defineMessage({
    summary: 'A receipt was issued, or one was taken back by a cancellation.',
    version: 1,
    key: 'pledge_id',
    payload: exactly({
      receipt_id: Id,
      number: ReceiptNumber,
      kind: stringEnum(receiptKinds),
      /** The number of the receipt that a CANCELLATION takes back. */
      cancels_number: nullable(ReceiptNumber),
      pledge_id: Id,
      donor: exactly({ name: Type.String(), address: nullable(Email) }),
      amount: Amount,
      currency: Currency,
      organisation_name: Type.String(),
      campaign_title: Type.String(),
      issued_at: Time,
      url: Type.String(),
    }),
  }),
};

export const timers = {
  'receipts.issue': defineTimer({
    summary: "Issues what a pledge's receipts lack, and cancels what is no longer so.",
    payload: exactly({}),
  }),
};
