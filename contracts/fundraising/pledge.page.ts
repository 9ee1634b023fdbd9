// The page of a pledge, and its forms: for whoever has the link of the e-mail.
import { Type } from '@sinclair/typebox';
import { defineAction, exactly, HtmlPage, Id } from '../define.ts';
import { MessageToCampaign } from './pledge.shapes.ts';

export const Token = Type.String({
  maxLength: 200,
  description: "the token of a pledge's link, as in the e-mail about the pledge",
});

const one = exactly({ id: Id, token: Type.Optional(Token) });

const form = <P extends { id: typeof Id }>(summary: string, route: `POST /pledges/:id${string}`, params: P) =>
  defineAction({
    summary,
    permission: 'anyone',
    route,
    consumes: 'application/x-www-form-urlencoded',
    status: 303,
    location: ':location',
    secret: true,
    params: exactly({ ...params, token: Type.Optional(Token) }),
    result: exactly({ location: Type.String() }),
    errors: ['PLEDGE_NOT_FOUND', 'PLEDGE_ALREADY_CAPTURED', 'TRANSITION_NOT_ALLOWED'],
  });

export const onPage = {
  'pledges.page': defineAction({
    summary: 'Shows a pledge to whoever has its link: how it stands, and its forms if it is a guest’s.',
    permission: 'anyone',
    permissionIfSignedIn: 'pledges:read',
    route: 'GET /pledges/:id',
    produces: 'text/html',
    secret: true,
    params: one,
    result: HtmlPage,
    errors: ['PLEDGE_NOT_FOUND'],
  }),
  'pledges.press_update': form(
    'Updates the message and the anonymity of a guest’s pledge.',
    'POST /pledges/:id',
    {
      id: Id,
      message: MessageToCampaign,
      anonymous: Type.Optional(Type.Boolean()),
    },
  ),
  'pledges.press_cancel': form('Cancels a guest’s pledge that is not paid.', 'POST /pledges/:id/cancel', {
    id: Id,
  }),
};
