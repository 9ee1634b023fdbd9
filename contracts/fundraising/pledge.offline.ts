// Gifts that did not come through the platform, and count all the same.
import { Type } from '@sinclair/typebox';
import { Amount, Currency, Day, defineAction, Email, exactly, Id, stringEnum, nullable } from '../define.ts';
import { Name } from '../identity/users.ts';
import { Line, Text } from '../text.ts';
import { MessageToCampaign, offlineMethods, Pledge } from './pledge.shapes.ts';

export const offlineGifts = {
  'pledges.record_offline_gift': defineAction({
    summary:
      "Records what a campaign's owner was given in cash, by cheque or by bank transfer, as a pledge that is COMPLETED. For the owner and admins.",
    permission: 'offline-gifts:record',
    route: 'POST /api/campaigns/:campaign_id/offline-gifts',
    status: 201,
    location: '/api/pledges/:id',
    idempotency: 'required',
    params: exactly({
      campaign_id: Id,
      amount: Amount,
      currency: Currency,
      method: stringEnum(offlineMethods),
      received_on: Day,
      donor: exactly({ name: Name, email: Type.Optional(nullable(Email)) }),
      message: Type.Optional(nullable(MessageToCampaign)),
      anonymous: Type.Optional(Type.Boolean()),
      reference: Type.Optional(Text(100)),
    }),
    result: Pledge,
    errors: ['CAMPAIGN_NOT_FOUND', 'PERMISSION_DENIED', 'NO_OFFLINE_GIFTS', 'CURRENCY_MISMATCH'],
  }),
  'pledges.void': defineAction({
    summary:
      "Takes an offline gift out again, because it was recorded wrongly or returned. For the campaign's owner and admins.",
    permission: 'offline-gifts:record',
    route: 'POST /api/pledges/:id/void',
    idempotency: 'accepted',
    params: exactly({
      id: Id,
      reason: Line(200),
    }),
    result: Pledge,
    errors: ['PLEDGE_NOT_FOUND', 'NOT_OFFLINE', 'NOTHING_TO_REFUND'],
  }),
};
