// How a password is changed by who knows it, and reset by who reads the mailbox of the account.
import { Type } from '@sinclair/typebox';
import {
  defineAction,
  defineMessage,
  defineTimer,
  Email,
  exactly,
  HtmlPage,
  Id,
  stringEnum,
  Time,
} from '../define.ts';
import { CurrentPassword, LinkToken, Password } from './auth.shapes.ts';
import { PROOF_ERRORS, secondFactor } from './passkey.shapes.ts';

const revoked = Type.Integer({ minimum: 0, description: 'how many login sessions ended' });

export const passwordActions = {
  'auth.change_password': defineAction({
    summary: 'Changes the user’s password, and ends their other login sessions.',
    permission: 'account:update',
    route: 'POST /api/auth/password/change',
    secret: true,
    params: exactly({ current_password: CurrentPassword, new_password: Password, ...secondFactor }),
    result: exactly({ revoked }),
    errors: [...PROOF_ERRORS, 'ATTEMPTS_TOO_MANY'],
  }),
  'auth.request_password_reset': defineAction({
    summary:
      'Sends a link by e-mail with which a new password can be set, if there is such an account; the answer does not tell.',
    permission: 'anyone',
    route: 'POST /api/auth/password/forgot',
    status: 202,
    secret: true,
    security: 'none',
    params: exactly({ email: Email }),
    result: exactly({}),
    errors: ['ATTEMPTS_TOO_MANY'],
  }),
  'auth.reset_password': defineAction({
    summary:
      'Sets a new password by the link of an e-mail, which ends it and all login sessions of the account.',
    permission: 'anyone',
    route: 'POST /api/auth/password/reset',
    secret: true,
    security: 'none',
    params: exactly({ token: LinkToken, new_password: Password }),
    result: exactly({ revoked }),
    errors: ['RESET_LINK_INVALID'],
  }),
  'auth.reset_password_page': defineAction({
    summary: 'Shows the page on which a new password is set. To open it changes nothing.',
    permission: 'anyone',
    route: 'GET /reset-password',
    produces: 'text/html',
    secret: true,
    security: 'none',
    params: exactly({ token: LinkToken }),
    result: HtmlPage,
    errors: ['RESET_LINK_INVALID'],
  }),
  'auth.press_reset_password': defineAction({
    summary: 'Sets a new password, by the form of that page.',
    permission: 'anyone',
    route: 'POST /reset-password',
    consumes: 'application/x-www-form-urlencoded',
    produces: 'text/html',
    secret: true,
    security: 'none',
    params: exactly({ token: LinkToken, new_password: Password }),
    result: HtmlPage,
    errors: ['RESET_LINK_INVALID'],
  }),
  'auth.read_reset_link': defineAction({
    summary: 'Returns the link of a reset, and to whom it goes.',
    permission: 'internal',
    params: exactly({ reset_id: Id }),
    result: exactly({ email: Email, url: Type.String(), expires_at: Time }),
    errors: ['RESET_LINK_INVALID'],
  }),
};

export const passwordMessages = {
  // Without its link, which is a permission: who sends the e-mail asks for it.
  'user.password_reset_requested': defineMessage({
    summary: 'Somebody asked for the link that resets a user’s password.',
    version: 1,
    key: 'user_id',
    payload: exactly({ user_id: Id, reset_id: Id, expires_at: Time }),
  }),
  'user.password_changed': defineMessage({
    summary: 'A user has a new password.',
    version: 1,
    key: 'user_id',
    payload: exactly({ user_id: Id, because: stringEnum(['change', 'reset']), at: Time }),
  }),
  'user.address_proved': defineMessage({
    summary: 'By a link that auth had sent a user showed that they get what is sent to their address.',
    version: 1,
    key: 'user_id',
    payload: exactly({ user_id: Id, email: Email, at: Time }),
  }),
};

export const passwordTimers = {
  'auth.password_reset': defineTimer({
    summary:
      'Makes the link that resets a password, if there is such an account. Its key is the id of the reset.',
    payload: exactly({ email: Email }),
  }),
};
