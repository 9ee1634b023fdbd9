import { Type, type Static } from '@sinclair/typebox';
import { action, Currency, exactly, Id, stringEnum, nullable, Sum, Time } from '../define.ts';

export const Totals = exactly({
  campaign_id: Id,
  currency: Type.Union([Currency, Type.Null()], { description: 'null where it could not be read' }),
  total: Type.Integer({
    description:
      'minor units: captured - refunded - charged back; below 0 where money was both refunded and charged back',
  }),
  donors: Type.Integer({ description: 'distinct donors whose money was captured' }),
  pledges: Type.Integer({ description: 'pledges made, paid or not' }),
  refunded: Sum,
  as_of: Type.Union([Time, Type.Null()], { description: 'when the newest change was told' }),
  version: Type.Integer({ description: 'counts its changes: of two answers the one with more is newer' }),
  source: stringEnum(['cache', 'projection', 'default']),
  stale: Type.Boolean(),
});
export type Totals = Static<typeof Totals>;

const Sums = exactly({
  total: Type.Integer(),
  refunded: Sum,
  pledges: Type.Integer(),
  donors: Type.Integer(),
});
export type Sums = Static<typeof Sums>;

/** What is known of a campaign's money, by who knows it: all of them should agree. */
export const Drift = exactly({
  campaign_id: Id,
  /** As it is shown. */
  totals: Sums,
  /** The sums of what totals knows of each pledge. */
  figures: Sums,
  /** The sums of what pledges knows. */
  pledges: Sums,
  /** total = balance + paid_out - covered. */
  ledger: exactly({ balance: Type.Integer(), paid_out: Type.Integer(), covered: Type.Integer() }),
});
export type Drift = Static<typeof Drift>;

const UUID = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const FROM = 'next_cursor of the answer before';
const Step = Type.String({ pattern: `^(pledges|campaigns)(:${UUID})?$`, description: FROM });

export const actions = {
  'totals.get': action({
    summary: 'What a campaign has received, since it was published.',
    permission: 'anyone',
    route: 'GET /api/campaigns/:campaign_id/totals',
    params: exactly({ campaign_id: Id }),
    result: Totals,
    errors: ['CAMPAIGN_NOT_FOUND'],
  }),
  'totals.stream': action({
    summary:
      'What a campaign has received, whenever that changes: the newest figures, of a busy campaign not all.',
    permission: 'anyone',
    route: 'GET /api/campaigns/:campaign_id/totals/stream',
    produces: 'text/event-stream',
    params: exactly({ campaign_id: Id }),
    result: Totals,
    errors: ['CAMPAIGN_NOT_FOUND'],
  }),
  'totals.rebuild': action({
    summary:
      'Makes totals anew of what pledges knows, while they are served; as far as 3 seconds allow, the rest from `cursor` on. For admins.',
    permission: 'admin',
    route: 'POST /api/ops/totals/rebuild',
    params: exactly({ cursor: Type.Optional(Step) }),
    result: exactly({
      pledges: Type.Integer({ description: 'pledges that were compared' }),
      campaigns: Type.Integer({ description: 'campaigns that were summed up' }),
      repaired: Type.Integer({ description: 'campaigns whose figures changed by it' }),
      next_cursor: nullable(Step),
    }),
  }),
  'totals.verify': action({
    summary:
      'Campaigns whose totals differ from their pledges or from the ledger, for longer than messages take. For admins.',
    permission: 'admin',
    route: 'GET /api/ops/totals/drift',
    params: exactly({
      cursor: Type.Optional(Type.String({ format: 'uuid', description: FROM })),
      limit: Type.Optional(
        Type.Integer({ minimum: 1, maximum: 500, description: 'campaigns to look at, from 1 to 500' }),
      ),
    }),
    result: exactly({
      checked: Type.Integer({ description: 'campaigns that were looked at' }),
      data: Type.Array(Drift),
      /** They differ, and changed from each look to the next: ask again when less is going on. */
      moving: Type.Array(Id),
      next_cursor: nullable(Id),
    }),
  }),
};
