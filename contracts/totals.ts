import { Type, type Static } from '@sinclair/typebox';
import { action, Currency, exactly, Id, oneOf, Sum, Time } from './define.ts';

export const Totals = exactly({
  campaign_id: Id,
  currency: Type.Union([Currency, Type.Null()], { description: 'null where it could not be read' }),
  total: Type.Integer({ description: 'minor units: captured - refunded - charged back' }),
  donors: Type.Integer({ description: 'distinct donors whose money was captured' }),
  pledges: Type.Integer({ description: 'pledges made, paid or not' }),
  refunded: Sum,
  as_of: Type.Union([Time, Type.Null()], { description: 'when the newest change was told' }),
  source: oneOf(['projection', 'default']),
  stale: Type.Boolean(),
});
export type Totals = Static<typeof Totals>;

export const actions = {
  'totals.get': action({
    summary: 'What a campaign has received, since it was published.',
    permission: 'anyone',
    route: 'GET /api/campaigns/:campaign_id/totals',
    params: exactly({ campaign_id: Id }),
    result: Totals,
    errors: ['CAMPAIGN_NOT_FOUND'],
  }),
};

export const messages = {};
