// Recurring gifts: a donor's promise to give an amount each month or year. The charge of each is a pledge of its own.
import { Type } from '@sinclair/typebox';
import {
  Amount,
  Currency,
  defineAction,
  defineMessage,
  defineTimer,
  exactly,
  HtmlPage,
  Id,
  nullable,
  paginated,
  pagination,
  stringEnum,
  Time,
} from '../define.ts';
import { Guest, MessageToCampaign } from './pledge.shapes.ts';
import { admissionErrors, ChallengeToken } from './pledge.admission.ts';
import { GiftSubscription, Interval, subscriptionStatuses } from './subscription.shapes.ts';

const token = Type.Optional(
  Type.String({ maxLength: 200, description: 'the token of the link in e-mails about the subscription' }),
);
const one = exactly({ id: Id, token });

const command = (verb: string, summary: string) =>
  defineAction({
    summary,
    permission: 'anyone',
    permissionIfSignedIn: 'subscriptions:update',
    route: `POST /api/subscriptions/:id/${verb}`,
    secret: true,
    idempotency: 'accepted',
    params: one,
    result: GiftSubscription,
    errors: ['SUBSCRIPTION_NOT_FOUND', 'TRANSITION_NOT_ALLOWED'],
  });

export const actions = {
  'subscriptions.create': defineAction({
    summary:
      'Begins to give an amount each month or year; the first payment, at `payment_url`, saves the card. Guests must send `donor`.',
    permission: 'anyone',
    permissionIfSignedIn: 'subscriptions:create',
    route: 'POST /api/subscriptions',
    status: 201,
    location: '/api/subscriptions/:subscription_id',
    idempotency: 'required',
    params: exactly({
      campaign_id: Id,
      amount: Amount,
      currency: Currency,
      interval: Interval,
      donor: Type.Optional(nullable(Guest)),
      message: Type.Optional(nullable(MessageToCampaign)),
      anonymous: Type.Optional(Type.Boolean()),
      challenge_token: ChallengeToken,
    }),
    result: exactly({
      subscription_id: Id,
      pledge_id: Id,
      status: stringEnum(subscriptionStatuses),
      payment_url: Type.String(),
    }),
    errors: [
      'AMOUNT_NOT_PAYABLE',
      'CAMPAIGN_NOT_FOUND',
      'CAMPAIGN_NOT_OPEN',
      'CURRENCY_MISMATCH',
      'SIGN_IN_REQUIRED',
      ...admissionErrors,
    ],
  }),
  'subscriptions.get': defineAction({
    summary:
      "Returns a subscription. For its donor (guests use the link from their e-mail), the campaign's owner and admins.",
    permission: 'anyone',
    permissionIfSignedIn: 'subscriptions:read',
    route: 'GET /api/subscriptions/:id',
    secret: true,
    params: one,
    result: GiftSubscription,
    errors: ['SUBSCRIPTION_NOT_FOUND'],
  }),
  'subscriptions.list': defineAction({
    summary:
      "Lists subscriptions, newest first: the user's own, those of a campaign for its owner, everyone's for admins.",
    permission: 'subscriptions:read',
    route: 'GET /api/subscriptions',
    params: exactly({
      ...pagination,
      campaign_id: Type.Optional(Id),
      status: Type.Optional(stringEnum(subscriptionStatuses)),
    }),
    result: paginated(GiftSubscription),
    errors: ['CAMPAIGN_NOT_FOUND'],
  }),
  'subscriptions.pause': command('pause', 'Charges nothing until it is resumed. For its donor and admins.'),
  'subscriptions.resume': command(
    'resume',
    'Goes on with the next period; those that were paused are not charged. For its donor and admins.',
  ),
  'subscriptions.cancel': defineAction({
    summary: 'Ends a subscription, once and for all; one that has ended stays so. For its donor and admins.',
    permission: 'anyone',
    permissionIfSignedIn: 'subscriptions:update',
    route: 'POST /api/subscriptions/:id/cancel',
    secret: true,
    idempotency: 'accepted',
    params: one,
    result: GiftSubscription,
    errors: ['SUBSCRIPTION_NOT_FOUND'],
  }),
  'subscriptions.replace_card': defineAction({
    summary: 'Returns where the donor gives another card. For its donor.',
    permission: 'anyone',
    permissionIfSignedIn: 'subscriptions:update',
    route: 'POST /api/subscriptions/:id/card',
    secret: true,
    params: one,
    result: exactly({ url: Type.String() }),
    errors: ['SUBSCRIPTION_NOT_FOUND', 'SUBSCRIPTION_ENDED', 'PROVIDER_REFUSED'],
  }),
  'subscriptions.page': defineAction({
    summary: 'Shows a subscription to its donor, with a button that ends it.',
    permission: 'anyone',
    permissionIfSignedIn: 'subscriptions:read',
    route: 'GET /subscriptions/:id',
    produces: 'text/html',
    secret: true,
    params: one,
    result: HtmlPage,
    errors: ['SUBSCRIPTION_NOT_FOUND'],
  }),
  // Answers itself: programs for mail that end it in one click (RFC 8058) follow no redirect.
  'subscriptions.end': defineAction({
    summary: 'Ends a subscription by the link from an e-mail, in one click.',
    permission: 'anyone',
    route: 'POST /subscriptions/:id/end/:token',
    consumes: 'application/x-www-form-urlencoded',
    produces: 'text/html',
    secret: true,
    params: exactly({
      id: Id,
      token: Type.String({ maxLength: 200 }),
      'List-Unsubscribe': Type.Optional(Type.Literal('One-Click')),
    }),
    result: HtmlPage,
    errors: ['SUBSCRIPTION_NOT_FOUND'],
  }),
  // As above, with the card's page at the end of it.
  'subscriptions.open_card': defineAction({
    summary: 'Leads to where the donor gives another card, from the page of the subscription.',
    permission: 'anyone',
    route: 'POST /subscriptions/:id/card/:token',
    consumes: 'application/x-www-form-urlencoded',
    status: 303,
    location: ':url',
    secret: true,
    params: exactly({ id: Id, token: Type.String({ maxLength: 200 }) }),
    result: exactly({ url: Type.String() }),
    errors: ['SUBSCRIPTION_NOT_FOUND', 'SUBSCRIPTION_ENDED', 'PROVIDER_REFUSED'],
  }),
  'subscriptions.read_link': defineAction({
    summary:
      "Returns the link to a subscription's page, and what ends it in one click. Both are permissions: they go to the donor only.",
    permission: 'internal',
    params: exactly({ subscription_id: Id }),
    result: exactly({ url: Type.String(), end_url: Type.String() }),
  }),
};

const ids = { subscription_id: Id, campaign_id: Id, pledge_id: Id };
const gift = { ...ids, amount: Amount, currency: Currency };

/** Everything that a pledge is made of. */
const wanted = exactly({
  ...gift,
  mandate_id: Id,
  donor_id: nullable(Id),
  donor: nullable(Guest),
  message: nullable(Type.String()),
  anonymous: Type.Boolean(),
  period: Type.Integer({ minimum: 0 }),
  attempt: Type.Integer({ minimum: 0 }),
});

export const messages = {
  'subscription.created': defineMessage({
    summary: 'A donor wants to give regularly: the first payment saves their card.',
    version: 1,
    key: 'subscription_id',
    payload: wanted,
  }),
  'subscription.renewal_requested': defineMessage({
    summary: 'A period is due, or a renewal that failed is tried again: the saved card is charged.',
    version: 1,
    key: 'subscription_id',
    payload: wanted,
  }),
  'subscription.renewal_abandoned': defineMessage({
    summary: 'An attempt at a renewal is given up: should its money come yet, it goes back.',
    version: 1,
    key: 'subscription_id',
    payload: wanted,
  }),
  'subscription.started': defineMessage({
    summary: 'The first payment came: from now on the saved card is charged.',
    version: 1,
    key: 'subscription_id',
    payload: exactly({ ...gift, mandate_id: Id, interval: Interval, due_at: Time }),
  }),
  'subscription.renewal_failed': defineMessage({
    summary: 'A renewal failed, and is tried again.',
    version: 1,
    key: 'subscription_id',
    payload: exactly({ ...gift, reason: Type.String(), retry_at: Time }),
  }),
  'subscription.lapsed': defineMessage({
    summary: 'A renewal failed for the last time: the subscription has ended.',
    version: 1,
    key: 'subscription_id',
    payload: exactly({ ...gift, reason: Type.String() }),
  }),
  'subscription.cancelled': defineMessage({
    summary: 'A subscription was ended by its donor, by an admin, or with its campaign.',
    version: 1,
    key: 'subscription_id',
    payload: exactly({ ...ids, ended_by: stringEnum(['donor', 'admin', 'campaign']) }),
  }),
};

const period = Type.Integer({ minimum: 1 });

export const timers = {
  'subscriptions.renewal': defineTimer({
    summary: 'Charges the period that begins.',
    payload: exactly({ period }),
  }),
  'subscriptions.retry': defineTimer({
    summary: 'Tries a renewal that failed again, or ends the subscription after the last time.',
    payload: exactly({ period, attempt: Type.Integer({ minimum: 1 }) }),
  }),
  'subscriptions.withdrawal': defineTimer({
    summary: 'Ends the subscriptions to a campaign that takes no more pledges, a page at a time.',
    payload: exactly({ after: Type.Optional(Id), is_again: Type.Optional(Type.Boolean()) }),
  }),
  'subscriptions.suspension': defineTimer({
    summary:
      'Pauses the subscriptions of a donor who has deleted their account, a page at a time. Its key is the donor.',
    payload: exactly({ after: Type.Optional(Id), is_again: Type.Optional(Type.Boolean()) }),
  }),
};
