// How the address of an account changes: by a link at the new one, and one at the old.
import { Type } from '@sinclair/typebox';
import {
  defineAction,
  defineMessage,
  Email,
  exactly,
  HtmlPage,
  Id,
  nullable,
  stringEnum,
  Time,
} from '../define.ts';
import { LinkToken } from './auth.shapes.ts';
import { proof, PROOF_ERRORS } from './passkey.shapes.ts';

const byLink = exactly({ token: LinkToken });

const page = {
  permission: 'anyone' as const,
  produces: 'text/html' as const,
  secret: true as const,
  security: 'none' as const,
  params: byLink,
  result: HtmlPage,
  errors: ['EMAIL_LINK_INVALID', 'EMAIL_TAKEN'] as const,
};
const form = { ...page, consumes: 'application/x-www-form-urlencoded' as const };

export const emailActions = {
  'auth.change_email': defineAction({
    summary:
      'Begins to change the user’s address: the new one must be confirmed by the link sent there, and the old one as well if it was verified.',
    permission: 'account:update',
    route: 'POST /api/auth/email/change',
    status: 202,
    secret: true,
    params: exactly({ new_email: Email, ...proof }),
    result: exactly({
      new_email: Email,
      /** Whose mailboxes get a link; both must be pressed. */
      confirm_at: Type.Array(Email),
      expires_at: Time,
    }),
    errors: [...PROOF_ERRORS, 'ATTEMPTS_TOO_MANY', 'EMAIL_TAKEN', 'ACCOUNT_DELETED'],
  }),
  'auth.confirm_email': defineAction({
    summary:
      'Confirms a change of address, by the link of an e-mail. `changed`: the other link was pressed already.',
    permission: 'anyone',
    route: 'POST /api/auth/email/confirm',
    secret: true,
    security: 'none',
    params: byLink,
    result: exactly({ email: Email, changed: Type.Boolean() }),
    errors: ['EMAIL_LINK_INVALID', 'EMAIL_TAKEN'],
  }),
  'auth.cancel_email_change': defineAction({
    summary: 'Calls a change of address off, by the link of an e-mail: the address stays.',
    permission: 'anyone',
    route: 'POST /api/auth/email/cancel',
    status: 204,
    secret: true,
    security: 'none',
    params: byLink,
    result: exactly({}),
    errors: ['EMAIL_LINK_INVALID'],
  }),
  'auth.confirm_email_page': defineAction({
    ...page,
    summary:
      'Shows the page on which a change of address is confirmed or called off. To open it changes nothing.',
    route: 'GET /confirm-email',
  }),
  'auth.press_confirm_email': defineAction({
    ...form,
    summary: 'Confirms a change of address, by the button on that page.',
    route: 'POST /confirm-email',
  }),
  'auth.press_cancel_email_change': defineAction({
    ...form,
    summary: 'Calls a change of address off, by the button on that page.',
    route: 'POST /cancel-email-change',
  }),
  'auth.read_email_change': defineAction({
    summary: 'Returns the links of a change of address, and to whom they go; null: that side needs none.',
    permission: 'internal',
    params: exactly({ change_id: Id }),
    result: exactly({
      old_email: Email,
      new_email: Email,
      old_url: nullable(Type.String()),
      new_url: Type.String(),
      expires_at: Time,
    }),
    errors: ['EMAIL_LINK_INVALID'],
  }),
};

const Side = stringEnum(['old', 'new']);

export const emailMessages = {
  // Without its links, which are permissions: who sends the e-mails asks for them.
  'user.email_change_requested': defineMessage({
    summary: 'A user wishes to change their address, which must be confirmed at `sides`.',
    version: 1,
    key: 'user_id',
    payload: exactly({ user_id: Id, change_id: Id, sides: Type.Array(Side), expires_at: Time }),
  }),
  'user.email_changed': defineMessage({
    summary: 'A user has another address, and has shown that they get what is sent there.',
    version: 1,
    key: 'user_id',
    payload: exactly({ user_id: Id, email: Email, old_email: Email, at: Time }),
  }),
};
