// Who sees which pledges. A part of the contract of pledges.
import { Type } from '@sinclair/typebox';
import { defineAction, exactly, Id, paginated, pagination, stringEnum } from '../define.ts';
import { PledgeByLink } from './pledge.donors.ts';
import { pledgeStatuses, PledgeTransition, Seen } from './pledge.shapes.ts';

export const seeing = {
  'pledges.get': defineAction({
    summary:
      "Returns a pledge and its history. For its donor (guests use the link from their e-mail), the campaign's owner and admins.",
    permission: 'anyone',
    permissionIfSignedIn: 'pledges:read',
    route: 'GET /api/pledges/:id',
    secret: true,
    params: PledgeByLink,
    result: exactly({ ...Seen.properties, transitions: Type.Array(PledgeTransition) }),
    errors: ['PLEDGE_NOT_FOUND'],
  }),
  'pledges.list': defineAction({
    summary:
      "Lists pledges, newest first: the user's own, those of a campaign for its owner, everyone's for admins.",
    permission: 'pledges:read',
    route: 'GET /api/pledges',
    params: exactly({
      ...pagination,
      campaign_id: Type.Optional(Id),
      status: Type.Optional(stringEnum(pledgeStatuses)),
    }),
    result: paginated(Seen),
    errors: ['CAMPAIGN_NOT_FOUND'],
  }),
};
