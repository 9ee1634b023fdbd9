// What other services read of pledges to hold their own against. A part of the contract of pledges.
import { Type } from '@sinclair/typebox';
import { Amount, Currency, defineAction, exactly, Id, Time } from '../define.ts';
import { PledgeFigures } from './pledge.shapes.ts';

export const readings = {
  'pledges.read_figures': defineAction({
    summary: 'Returns what each pledge after `after`, in the order of their ids, has brought its campaign.',
    permission: 'internal',
    params: exactly({ after: Type.Optional(Id), limit: Type.Integer({ minimum: 1, maximum: 5000 }) }),
    result: exactly({ read_at: Time, data: Type.Array(PledgeFigures) }),
  }),
  'pledges.read_facts': defineAction({
    summary:
      'Returns a fingerprint of what each pledge knows of its payment: of these `ids`, or of all after `after` in the order of their ids.',
    permission: 'internal',
    params: exactly({
      ids: Type.Optional(Type.Array(Id, { maxItems: 5000 })),
      after: Type.Optional(Id),
      limit: Type.Integer({ minimum: 1, maximum: 5000 }),
    }),
    result: exactly({
      data: Type.Array(exactly({ pledge_id: Id, amount: Amount, currency: Currency, facts: Type.String() })),
    }),
  }),
};
