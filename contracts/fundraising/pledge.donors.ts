// Whose a pledge is: how a guest's becomes an account's, and how a donor is erased. A part of the contract of pledges.
import { Type } from '@sinclair/typebox';
import { defineAction, defineMessage, defineTimer, exactly, Id, Time } from '../define.ts';
import { Token } from './pledge.page.ts';
import { PledgeAnnouncement } from './pledge.shapes.ts';

export const guestLink = Type.Optional(Token);
/** A pledge, and the link to it where who asks is a guest. */
export const PledgeByLink = exactly({ id: Id, token: guestLink });

export const donorActions = {
  'pledges.erase': defineAction({
    summary:
      'Erases a guest: their name, address and messages, from all pledges that were made with the address of this one. By its link, which opens nothing afterwards.',
    permission: 'anyone',
    permissionIfSignedIn: 'pledges:update',
    route: 'POST /api/pledges/:id/erase',
    status: 202,
    secret: true,
    idempotency: 'accepted',
    params: PledgeByLink,
    result: exactly({ pledge_id: Id, erased_at: Time }),
    errors: ['PLEDGE_NOT_FOUND', 'PLEDGE_OF_ACCOUNT'],
  }),
};

export const donorMessages = {
  // Keyed by campaign: a donor more or less is a figure of the campaign, and comes after the money that they gave.
  'pledge.claimed': defineMessage({
    summary: "A guest's pledge became that of the account which has verified their address.",
    version: 1,
    key: 'campaign_id',
    payload: PledgeAnnouncement,
  }),
  'pledge.erased': defineMessage({
    summary: 'The donor of a pledge was erased: it says no longer who they are. Its money stays as it is.',
    version: 1,
    key: 'pledge_id',
    payload: exactly({
      pledge_id: Id,
      campaign_id: Id,
      donor_id: Id,
      subscription_id: Type.Optional(Id),
    }),
  }),
};

const paging = { after: Type.Optional(Id), is_again: Type.Optional(Type.Boolean()) };

export const donorTimers = {
  'pledges.claim': defineTimer({
    summary: "Gives an account, its key, a guest's pledges of before `until`, a page at a time.",
    payload: exactly({ guest_id: Id, until: Time, ...paging }),
  }),
  'pledges.erasure': defineTimer({
    summary: 'Erases the donor, its key, from their pledges (those of before `until`), a page at a time.',
    payload: exactly({ until: Type.Optional(Time), ...paging }),
  }),
};
