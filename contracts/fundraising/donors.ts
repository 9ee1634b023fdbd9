// A campaign's donors: who is shown, whose words are hidden, and how they are thanked.
import { Type, type Static } from '@sinclair/typebox';
import {
  Amount,
  Currency,
  defineAction,
  defineMessage,
  defineTimer,
  exactly,
  Id,
  nullable,
  paginated,
  pagination,
  stringEnum,
  Time,
} from '../define.ts';
import { Line, Prose } from '../text.ts';
import { Pledge } from './pledge.shapes.ts';

/** A donor on the wall. */
const Shown = exactly({
  name: Type.Union([Type.String(), Type.Null()], {
    description: "an account's name, a guest's first name; null for who gave anonymously",
  }),
  message: Type.Union([Type.String(), Type.Null()], { description: 'null too where it was hidden' }),
  amount: Amount,
  currency: Currency,
  at: Time,
});

const hiding = (verb: 'hide' | 'show', summary: string) =>
  defineAction({
    summary,
    permission: 'messages:moderate',
    route: `POST /api/pledges/:id/message/${verb}`,
    idempotency: 'accepted',
    params: exactly({ id: Id }),
    result: exactly({ ...Pledge.properties, donor_id: nullable(Id) }),
    errors: ['PLEDGE_NOT_FOUND'],
  });

export const ofDonors = {
  'pledges.list_donors': defineAction({
    summary:
      'Lists who gave to a campaign, newest first: pledges whose money is with it, as their donors want to be shown.',
    permission: 'anyone',
    route: 'GET /api/campaigns/:campaign_id/donors',
    params: exactly({ ...pagination, campaign_id: Id }),
    result: paginated(Shown),
    errors: ['CAMPAIGN_NOT_FOUND'],
  }),
  'pledges.hide_message': hiding(
    'hide',
    "Hides the message of a pledge from all but its donor, the owner and admins. For the campaign's owner and admins.",
  ),
  'pledges.show_message': hiding(
    'show',
    "Shows a message again that was hidden. For the campaign's owner and admins.",
  ),
};

const Subject = Line(150);
const Words = Prose(5000);

/** What an owner writes to the donors of a campaign. */
export const Thanks = exactly({
  id: Id,
  campaign_id: Id,
  owner_id: Id,
  subject: nullable(Subject),
  message: Words,
  status: stringEnum(['SENDING', 'SENT']),
  created_at: Time,
  version: Type.Integer(),
});
export type Thanks = Static<typeof Thanks>;

export const ofThanks = {
  'pledges.thank': defineAction({
    summary:
      "Thanks a campaign's donors, anonymous ones too, by an e-mail each with these words. Once a day (UTC). For its owner.",
    permission: 'donors:thank',
    route: 'POST /api/campaigns/:campaign_id/thanks',
    idempotency: 'required',
    status: 202,
    params: exactly({ campaign_id: Id, subject: Type.Optional(Subject), message: Words }),
    result: Thanks,
    errors: ['CAMPAIGN_NOT_FOUND', 'PERMISSION_DENIED', 'NOBODY_TO_THANK', 'THANKED_TODAY'],
  }),
  'pledges.read_thanks': defineAction({
    summary: 'Returns what an owner wrote to the donors of a campaign.',
    permission: 'internal',
    params: exactly({ thanks_id: Id }),
    result: Thanks,
    errors: ['THANKS_NOT_FOUND'],
  }),
};

export const thanksMessages = {
  'donor.thanked': defineMessage({
    summary: 'An owner thanked a donor, who is sent their words. The pledge says who that is.',
    version: 1,
    key: 'pledge_id',
    payload: exactly({ thanks_id: Id, pledge_id: Id, campaign_id: Id }),
  }),
};

export const thanksTimers = {
  'pledges.thanks': defineTimer({
    summary: "Thanks a campaign's donors, a page of pledges at a time. Its key is the thanks.",
    payload: exactly({}),
  }),
};
