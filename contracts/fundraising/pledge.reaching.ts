// How a donor is reached about a pledge. For other services only.
import { Type } from '@sinclair/typebox';
import { defineAction, Email, exactly, Id, nullable } from '../define.ts';
import { Name } from '../identity/users.ts';

export const reaching = {
  'pledges.read_link': defineAction({
    summary:
      "Returns the link to a pledge's page, and where it is paid while it is unpaid. The link is a permission: it goes to the donor only.",
    permission: 'internal',
    params: exactly({ pledge_id: Id }),
    result: exactly({ url: Type.String(), payment_url: nullable(Type.String()) }),
    errors: ['PLEDGE_NOT_FOUND'],
  }),
  'pledges.read_contact': defineAction({
    summary:
      'Returns whom to write to about a pledge: a guest as they wrote it, or the account of a user. An offline gift may have no address.',
    permission: 'internal',
    params: exactly({ pledge_id: Id }),
    result: exactly({
      pledge_id: Id,
      campaign_id: Id,
      user_id: nullable(Id),
      name: Name,
      address: nullable(Email),
      anonymous: Type.Boolean(),
    }),
    errors: ['PLEDGE_NOT_FOUND'],
  }),
};
