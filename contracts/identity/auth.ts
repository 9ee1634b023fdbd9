import { Type } from '@sinclair/typebox';
import { defineAction, defineMessage, defineTimer, Email, exactly, Id, Time } from '../define.ts';
import { messagesOfAccessTokens, ofAccessTokens } from './access-tokens.ts';
import { emailActions, emailMessages } from './auth.emails.ts';
import { operatingActions } from './auth.operating.ts';
import { passwordActions, passwordMessages, passwordTimers } from './auth.passwords.ts';
import { sessionActions, sessionMessages } from './auth.sessions.ts';
import { CurrentPassword, Password, Tokens } from './auth.shapes.ts';
import { PROOF_ERRORS, proof, secondFactor } from './passkey.shapes.ts';
import { RoleName } from './roles-and-grants.ts';
import { Name, Profile, User } from './users.ts';

const Token = Type.String({ minLength: 1, maxLength: 200 });

/** When an account was deleted, and when it is erased. */
const Deleted = exactly({ user_id: Id, deleted_at: Time, erased_at: Time });

// Of deletions and restorations, counted: of what is told of a user, the highest counts.
const version = Type.Integer({ minimum: 1 });

export const actions = {
  ...ofAccessTokens,
  ...sessionActions,
  ...passwordActions,
  ...emailActions,
  ...operatingActions,
  'auth.register': defineAction({
    summary: 'Opens an account and signs the user in.',
    permission: 'anyone',
    route: 'POST /api/auth/register',
    status: 201,
    location: '/api/users/me',
    secret: true,
    security: 'none',
    params: exactly({ email: Email, password: Password, name: Name }),
    result: Type.Composite([exactly({ user: User }), Tokens], { additionalProperties: false }),
    errors: ['EMAIL_TAKEN'],
  }),
  'auth.login': defineAction({
    summary: 'Signs a user in; where the account has a second factor, with that as well.',
    permission: 'anyone',
    route: 'POST /api/auth/login',
    secret: true,
    security: 'none',
    params: exactly({ email: Email, password: CurrentPassword, ...secondFactor }),
    result: Tokens,
    errors: [...PROOF_ERRORS, 'ATTEMPTS_TOO_MANY', 'ACCOUNT_DELETED'],
  }),
  'auth.refresh': defineAction({
    summary:
      'Exchanges a refresh token for new tokens. It can be used once; whoever repeats that within 10 seconds gets the same refresh token.',
    permission: 'anyone',
    route: 'POST /api/auth/refresh',
    secret: true,
    security: 'none',
    params: exactly({ refresh_token: Token }),
    result: Tokens,
    errors: ['REFRESH_TOKEN_INVALID'],
  }),
  'auth.delete': defineAction({
    summary:
      'Deletes the account of the signed-in user: nobody can sign in with it, and until `erased_at` its owner can take that back. Then what says who they are is erased everywhere. Repeating it changes nothing.',
    permission: 'account:delete',
    route: 'DELETE /api/users/me',
    status: 202,
    secret: true,
    params: exactly(proof),
    result: Deleted,
    errors: [...PROOF_ERRORS, 'ATTEMPTS_TOO_MANY', 'LAST_ADMIN'],
  }),
  'auth.restore': defineAction({
    summary:
      'Takes back the deletion of an account that is not erased yet. It signs nobody in. Repeating it changes nothing.',
    permission: 'anyone',
    route: 'POST /api/auth/restore',
    secret: true,
    security: 'none',
    params: exactly({ email: Email, password: CurrentPassword }),
    result: exactly({ user_id: Id }),
    errors: ['CREDENTIALS_WRONG', 'ATTEMPTS_TOO_MANY'],
  }),
  'auth.jwks': defineAction({
    summary: 'Returns the public keys that verify access tokens (RFC 7517).',
    permission: 'anyone',
    route: 'GET /.well-known/jwks.json',
    max_age_s: 300,
    params: exactly({}),
    result: exactly({
      keys: Type.Array(
        exactly({
          kty: Type.String(),
          crv: Type.String(),
          x: Type.String(),
          y: Type.String(),
          kid: Type.String(),
          use: Type.String(),
          alg: Type.String(),
        }),
      ),
    }),
  }),
};

export const messages = {
  ...messagesOfAccessTokens,
  ...sessionMessages,
  ...passwordMessages,
  ...emailMessages,
  'user.registered': defineMessage({
    summary: 'A user opened an account, with these roles.',
    version: 1,
    key: 'user_id',
    payload: exactly({ ...Profile.properties, roles: Type.Array(RoleName) }),
  }),
  'user.logged_in': defineMessage({
    summary: 'A user signed in.',
    version: 1,
    key: 'user_id',
    payload: exactly({
      user_id: Id,
      login_session_id: Id,
      at: Time,
    }),
  }),
  'user.deleted': defineMessage({
    summary: 'A user deleted their account: until it is erased they can take that back.',
    version: 1,
    key: 'user_id',
    payload: exactly({ user_id: Id, deleted_at: Time, erased_at: Time, version }),
  }),
  'user.restored': defineMessage({
    summary: 'A user took back that they deleted their account.',
    version: 1,
    key: 'user_id',
    payload: exactly({ user_id: Id, restored_at: Time, version }),
  }),
  'user.erased': defineMessage({
    summary: 'A deleted account was erased: whoever keeps who its user is deletes that.',
    version: 1,
    key: 'user_id',
    payload: exactly({ user_id: Id, erased_at: Time }),
  }),
  'token_reuse.detected': defineMessage({
    summary: 'A refresh token was used twice: it may be stolen, and its login session has ended.',
    version: 1,
    key: 'user_id',
    payload: exactly({ user_id: Id, login_session_id: Id, at: Time }),
  }),
};

export const timers = {
  ...passwordTimers,
  'auth.erasure': defineTimer({
    summary: 'Erases a deleted account, unless it was restored. Its key is the user.',
    payload: exactly({}),
  }),
};
