// What pledges and the terms of their campaign have to do with each other.
import { Type } from '@sinclair/typebox';
import {
  Amount,
  Currency,
  defineAction,
  defineMessage,
  defineTimer,
  exactly,
  Id,
  stringEnum,
  Sum,
} from '../define.ts';
import { cancelReasons } from './campaigns.ts';

export const ofCampaigns = {
  'pledges.preview_fees': defineAction({
    summary:
      'Returns what a donor pays for a campaign to keep `amount`. The fee is by the price list; the provider may ask for another.',
    permission: 'anyone',
    route: 'GET /api/campaigns/:campaign_id/fees',
    params: exactly({ campaign_id: Id, amount: Amount }),
    result: exactly({ amount: Amount, fee: Sum, total: Sum, currency: Currency }),
    errors: ['CAMPAIGN_NOT_FOUND'],
  }),
  'pledges.read_prospect': defineAction({
    summary:
      "Returns what a campaign's pledges have brought less what is on its way back, and what open ones may bring yet.",
    permission: 'internal',
    params: exactly({ campaign_id: Id }),
    result: exactly({ kept_amount: Type.Integer(), awaited_amount: Sum }),
  }),
  'pledges.read_sums': defineAction({
    summary:
      'Returns what the pledges of each campaign after `after`, in the order of their ids, have brought it.',
    permission: 'internal',
    params: exactly({ after: Type.Optional(Id), limit: Type.Integer({ minimum: 1, maximum: 1000 }) }),
    result: exactly({
      data: Type.Array(
        exactly({
          campaign_id: Id,
          total: Type.Integer(),
          /** The part of the total that was given offline: no ledger has it. */
          offline_total: Type.Integer(),
          refunded: Sum,
          pledges: Type.Integer(),
          donors: Type.Integer(),
        }),
      ),
    }),
  }),
};

export const releases = {
  'pledge.released': defineMessage({
    summary:
      'A donor who had paid, or agreed to, was released from their pledge, as its campaign was cancelled.',
    version: 1,
    key: 'pledge_id',
    payload: exactly({
      pledge_id: Id,
      campaign_id: Id,
      currency: Currency,
      amount: Amount,
      refund_amount: Type.Integer({ minimum: 0, description: '0 where no money had been taken' }),
      because: stringEnum(cancelReasons),
    }),
  }),
};

const progress = exactly({ after: Type.Optional(Id), is_again: Type.Optional(Type.Boolean()) });

export const endings = {
  'pledges.closing': defineTimer({
    summary: 'Expires the unpaid pledges of a campaign that has closed, a page at a time.',
    payload: progress,
  }),
  'pledges.withdrawal': defineTimer({
    summary: 'Cancels or refunds the pledges of a campaign that was called off, a page at a time.',
    payload: progress,
  }),
};
