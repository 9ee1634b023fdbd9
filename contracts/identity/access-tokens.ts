// Tokens for programs, and users of another provider: the part of auth's contract about who else may come.
import { Type, type Static } from '@sinclair/typebox';
import { defineAction, defineMessage, Email, exactly, Id, stringEnum, Time } from '../define.ts';
import { permissionNames } from '../permissions.ts';
import { Line } from '../text.ts';

const PermissionNames = Type.Array(stringEnum(permissionNames), {
  minItems: 1,
  maxItems: permissionNames.length,
  uniqueItems: true,
  description: 'what the program may do, of what you may',
});

export const AccessToken = exactly({
  id: Id,
  name: Line(100),
  permissions: PermissionNames,
  created_at: Time,
  expires_at: Time,
  last_used_at: Type.Union([Time, Type.Null()], { description: 'to the minute' }),
});
export type AccessToken = Static<typeof AccessToken>;

export const ofAccessTokens = {
  'auth.create_access_token': defineAction({
    summary: 'Makes a token for a program, which does in your name what you let it. It is shown this once.',
    permission: 'access-tokens:manage',
    route: 'POST /api/auth/access-tokens',
    status: 201,
    location: '/api/auth/access-tokens',
    secret: true,
    params: exactly({ name: Line(100), permissions: PermissionNames, expires_at: Time }),
    result: exactly({ ...AccessToken.properties, token: Type.String() }),
    errors: ['GRANT_EXCEEDS_OWN', 'TOO_MANY_ACCESS_TOKENS'],
  }),
  'auth.list_access_tokens': defineAction({
    summary: 'Lists your tokens for programs that have not ended, newest first.',
    permission: 'access-tokens:manage',
    route: 'GET /api/auth/access-tokens',
    params: exactly({}),
    result: exactly({ data: Type.Array(AccessToken) }),
  }),
  'auth.revoke_access_token': defineAction({
    summary:
      'Ends a token for a program: within a second nobody is let in by it. Repeating it changes nothing.',
    permission: 'access-tokens:manage',
    route: 'DELETE /api/auth/access-tokens/:id',
    params: exactly({ id: Id }),
    result: exactly({ id: Id }),
    errors: ['ACCESS_TOKEN_NOT_FOUND'],
  }),
  'auth.read_access_token': defineAction({
    summary: 'Returns whose token for a program this is, and notes that it was used.',
    permission: 'internal',
    params: exactly({ token: Type.String({ maxLength: 100 }) }),
    result: exactly({
      id: Id,
      user_id: Id,
      permissions: PermissionNames,
      created_at: Time,
      expires_at: Time,
    }),
    errors: ['SIGN_IN_REQUIRED'],
  }),
  'auth.admit_outsider': defineAction({
    summary:
      'Returns the user whom another provider has identified; one who comes for the first time is made.',
    permission: 'internal',
    params: exactly({ issuer: Type.String(), subject: Type.String(), email: Email, name: Line(200) }),
    result: exactly({ user_id: Id }),
  }),
};

export const messagesOfAccessTokens = {
  'access_token.created': defineMessage({
    summary: 'A user made a token for a program.',
    version: 1,
    key: 'user_id',
    payload: exactly({
      user_id: Id,
      access_token_id: Id,
      name: Line(100),
      permissions: PermissionNames,
      at: Time,
    }),
  }),
  'access_token.revoked': defineMessage({
    summary: 'A token for a program was ended.',
    version: 1,
    key: 'user_id',
    payload: exactly({ user_id: Id, access_token_id: Id, at: Time }),
  }),
};
