// Where a user is signed in, and how that ends.
import { Type, type Static } from '@sinclair/typebox';
import {
  defineAction,
  defineMessage,
  exactly,
  Id,
  nullable,
  paginated,
  pagination,
  stringEnum,
  Time,
} from '../define.ts';

const Because = stringEnum([
  'logout',
  'revoked',
  'password_changed',
  'password_reset',
  'token_reuse',
  'account_deleted',
]);
export type WhyRevoked = Static<typeof Because>;

const OpenLoginSession = exactly({
  id: Id,
  /** In words, as in `Firefox on Linux`: what the client called itself when it signed in; null where it said nothing. */
  device: nullable(Type.String()),
  /** Where it was used last (IPv6: the network); null where that is not known. */
  address: nullable(Type.String()),
  created_at: Time,
  last_used_at: Time,
  /** Whether the token of this request is of it. */
  current: Type.Boolean(),
});
export type OpenLoginSession = Static<typeof OpenLoginSession>;

export const sessionActions = {
  'auth.list_login_sessions': defineAction({
    summary: 'Lists where the user is signed in, the newest sign-in first.',
    permission: 'account:read',
    route: 'GET /api/auth/login-sessions',
    secret: true,
    params: exactly(pagination),
    result: paginated(OpenLoginSession),
  }),
  'auth.revoke_login_session': defineAction({
    summary:
      'Ends one of the user’s login sessions: its tokens are valid no more. Repeating it changes nothing.',
    permission: 'account:update',
    route: 'DELETE /api/auth/login-sessions/:id',
    status: 204,
    params: exactly({ id: Id }),
    result: exactly({}),
    errors: ['LOGIN_SESSION_NOT_FOUND'],
  }),
  'auth.revoke_other_login_sessions': defineAction({
    summary: 'Ends all login sessions of the user but the one of this request, which stays.',
    permission: 'account:update',
    route: 'DELETE /api/auth/login-sessions',
    params: exactly({}),
    result: exactly({ revoked: Type.Integer({ minimum: 0, description: 'how many ended' }) }),
  }),
  'auth.logout': defineAction({
    summary: 'Ends the login session of this request’s token.',
    permission: 'account:read',
    route: 'POST /api/auth/logout',
    status: 204,
    params: exactly({}),
    result: exactly({}),
  }),
  'auth.revocations': defineAction({
    summary:
      'Returns which login sessions and users were revoked after `since`; null: all whose tokens may not have expired.',
    permission: 'internal',
    params: exactly({ since: nullable(Type.Integer({ minimum: 0 })) }),
    result: exactly({
      /** To ask with the next time. */
      seq: Type.Integer({ minimum: 0 }),
      login_sessions: Type.Array(exactly({ id: Id })),
      access_tokens: Type.Array(exactly({ id: Id })),
      /** Their tokens of before are valid no more. */
      users: Type.Array(exactly({ id: Id, before: Time })),
      /** `since` is too old to be answered: this is what null would get. */
      reset: Type.Boolean(),
    }),
  }),
};

export const sessionMessages = {
  'login_session.revoked': defineMessage({
    summary: 'A login session was ended before its time: its tokens are valid no more.',
    version: 1,
    key: 'user_id',
    payload: exactly({ user_id: Id, login_session_id: Id, because: Because, at: Time }),
  }),
  'new_device.detected': defineMessage({
    summary: 'A user signed in from an address that they had not signed in from before.',
    version: 1,
    key: 'user_id',
    payload: exactly({
      user_id: Id,
      login_session_id: Id,
      device: nullable(Type.String()),
      address: Type.String(),
      at: Time,
    }),
  }),
};
