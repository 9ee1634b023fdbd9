// What operators do for accounts and keys.
import { Type } from '@sinclair/typebox';
import { defineAction, Email, exactly, Id, nullable, Time } from '../define.ts';
import { Name } from './users.ts';

const byAddress = exactly({ email: Email });

export const operatingActions = {
  'auth.find_account': defineAction({
    summary: 'Returns the account with an address.',
    permission: 'users:read',
    // An address is not for logs, as a URL is.
    route: 'POST /api/ops/accounts/find',
    secret: true,
    params: byAddress,
    result: exactly({
      user_id: Id,
      email: Email,
      name: Name,
      email_verified: Type.Boolean(),
      registered_at: Time,
      last_used_at: nullable(Time),
      login_sessions: Type.Integer({ minimum: 0, description: 'how many are open' }),
    }),
    errors: ['ACCOUNT_NOT_FOUND'],
  }),
  'auth.issue_reset': defineAction({
    summary:
      'Sends the link with which the password of an account is reset, or with `show` returns it instead, which takes `accounts:recover`.',
    permission: 'users:manage',
    route: 'POST /api/ops/accounts/reset',
    secret: true,
    params: exactly({
      email: Email,
      show: Type.Optional(Type.Boolean({ description: 'true: the link is shown, and no e-mail is sent' })),
    }),
    result: exactly({ email: Email, url: nullable(Type.String()), expires_at: Time }),
    errors: ['ACCOUNT_NOT_FOUND', 'ACCOUNT_DELETED', 'PERMISSION_DENIED'],
  }),
  'auth.move_account': defineAction({
    summary:
      'Begins to change the address of an account whose owner lost the old mailbox: only the new one must be confirmed.',
    permission: 'accounts:recover',
    route: 'POST /api/ops/accounts/move',
    status: 202,
    secret: true,
    params: exactly({ email: Email, new_email: Email }),
    result: exactly({ new_email: Email, expires_at: Time }),
    errors: ['ACCOUNT_NOT_FOUND', 'ACCOUNT_DELETED', 'EMAIL_TAKEN'],
  }),
  'auth.rotate_keys': defineAction({
    summary:
      'Makes the next key that signs access tokens, unless there is one; it signs once everybody knows it.',
    permission: 'signing-keys:rotate',
    route: 'POST /api/ops/keys/rotate',
    params: exactly({}),
    result: exactly({ kid: Type.String(), signs_at: Time }),
  }),
};
