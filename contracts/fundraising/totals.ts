import { Type, type Static } from '@sinclair/typebox';
import { defineAction, Currency, exactly, Id, stringEnum, nullable, Sum, Time } from '../define.ts';

export const Totals = exactly({
  campaign_id: Id,
  currency: Type.Union([Currency, Type.Null()], { description: 'null if it could not be read' }),
  total: Type.Integer({
    description:
      'minor units: captured - refunded - charged back; below 0 where money was both refunded and charged back',
  }),
  donors: Type.Integer({ description: 'distinct donors whose money was captured' }),
  pledges: Type.Integer({ description: 'pledges made, paid or not' }),
  refunded: Sum,
  as_of: Type.Union([Time, Type.Null()], { description: 'when the newest change was published' }),
  version: Type.Integer({ description: 'counts the changes: of two answers the higher version is newer' }),
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

/** A campaign's money as each service knows it: all of them should agree. */
export const Drift = exactly({
  campaign_id: Id,
  /** As clients see it. */
  totals: Sums,
  /** The sums of each pledge's figures in totals. */
  figures: Sums,
  /** The sums of the pledges themselves. */
  pledges: Sums,
  /** The part of the total that was given offline: no ledger has it. */
  offline_total: Type.Integer(),
  /** total - offline_total = balance + paid_out + fees - written_off. */
  ledger: exactly({
    balance: Type.Integer(),
    paid_out: Type.Integer(),
    fees: Type.Integer(),
    written_off: Type.Integer(),
  }),
});
export type Drift = Static<typeof Drift>;

/** What a campaign's total should be by the ledger. */
export const totalByLedger = ({ offline_total, ledger }: Pick<Drift, 'offline_total' | 'ledger'>): number =>
  offline_total + ledger.balance + ledger.paid_out + ledger.fees - ledger.written_off;

const UUID = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const FROM = 'the next_cursor of the previous answer';
const Step = Type.String({ pattern: `^(pledges|campaigns)(:${UUID})?$`, maxLength: 100, description: FROM });

export const actions = {
  'totals.get': defineAction({
    summary: 'Returns what a campaign has received since it was published.',
    permission: 'anyone',
    route: 'GET /api/campaigns/:campaign_id/totals',
    params: exactly({ campaign_id: Id }),
    result: Totals,
    errors: ['CAMPAIGN_NOT_FOUND'],
  }),
  'totals.stream': defineAction({
    summary:
      'Streams what a campaign has received, whenever that changes. Under load it skips to the newest figures.',
    permission: 'anyone',
    route: 'GET /api/campaigns/:campaign_id/totals/stream',
    produces: 'text/event-stream',
    params: exactly({ campaign_id: Id }),
    result: Totals,
    errors: ['CAMPAIGN_NOT_FOUND'],
  }),
  'totals.rebuild': defineAction({
    summary:
      'Rebuilds the totals from the pledges for up to 3 seconds, while clients read them; `next_cursor` continues. For admins.',
    permission: 'totals:rebuild',
    route: 'POST /api/ops/totals/rebuild',
    params: exactly({ cursor: Type.Optional(Step) }),
    result: exactly({
      pledges: Type.Integer({ description: 'pledges compared' }),
      campaigns: Type.Integer({ description: 'campaigns summed up' }),
      repaired: Type.Integer({ description: 'campaigns whose totals were wrong' }),
      next_cursor: nullable(Step),
    }),
  }),
  'totals.verify': defineAction({
    summary:
      'Lists campaigns whose totals differ from their pledges or the ledger for longer than messages take. For admins.',
    permission: 'totals:verify',
    route: 'GET /api/ops/totals/drift',
    params: exactly({
      cursor: Type.Optional(Type.String({ format: 'uuid', description: FROM })),
      limit: Type.Optional(
        Type.Integer({ minimum: 1, maximum: 500, description: 'a whole number from 1 to 500' }),
      ),
    }),
    result: exactly({
      checked: Type.Integer({ description: 'campaigns checked' }),
      data: Type.Array(Drift),
      /** They differ, but changed while they were checked: ask again when they are less busy. */
      moving: Type.Array(Id),
      next_cursor: nullable(Id),
    }),
  }),
};
