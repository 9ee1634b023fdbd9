import type { ErrorContract } from '../error.ts';
import { factorErrors } from './factor.errors.ts';

export const errors = {
  SIGN_IN_REQUIRED: {
    status: 401,
    title: 'Sign in first',
    remedy: 'Send `Authorization: Bearer <access_token>` from /api/auth/login or /api/auth/refresh.',
  },
  CREDENTIALS_WRONG: {
    status: 401,
    title: 'The e-mail address and the password do not match',
    remedy: 'Check both; addresses are not case-sensitive, passwords are.',
  },
  ACCOUNT_DELETED: {
    status: 403,
    title: 'This account was deleted, and is not erased yet',
    remedy:
      'To have it back before `erased_at`, send address and password to POST /api/auth/restore, then log in.',
  },
  REFRESH_TOKEN_INVALID: {
    status: 401,
    title: 'The refresh token is not valid',
    remedy:
      'Log in again. A refresh token can be used once, and again for 10 seconds; using an old one ends its login session.',
  },
  PERMISSION_DENIED: {
    status: 403,
    title: 'You do not have permission to do this',
    remedy: 'Ask the owner, or someone who has the permission.',
  },
  CALLER_FORGED: {
    status: 403,
    title: 'What the call says of its caller was not signed by a gateway',
    remedy: 'Call through the gateway.',
  },
  TOKEN_LACKS_CLAIMS: {
    status: 401,
    title: 'The token does not say who its bearer is',
    remedy: 'Have your provider put the `claims` into access tokens: ask for the scopes email and profile.',
  },
  TOO_MANY_ACCESS_TOKENS: {
    status: 409,
    title: 'You have as many tokens for programs as one may have',
    remedy:
      'Revoke one that is not used any more: GET /api/auth/access-tokens lists them with their last use.',
  },
  ACCESS_TOKEN_NOT_FOUND: {
    status: 404,
    title: 'You have no such token',
    remedy: 'GET /api/auth/access-tokens lists those that you have.',
  },
  EMAIL_TAKEN: {
    status: 409,
    title: 'An account with this e-mail address exists',
    remedy: 'Log in, or register another address.',
  },
  EMAIL_ALREADY_VERIFIED: {
    status: 409,
    title: 'The address of this account is verified',
    remedy: 'Nothing is left to do.',
  },
  VERIFICATION_TOO_OFTEN: {
    status: 429,
    title: 'Too many e-mails were asked for within the hour',
    remedy: 'Use the link in the newest e-mail, or try again at `again_at`.',
  },
  VERIFICATION_LINK_INVALID: {
    status: 403,
    title: 'This link verifies no address, or is older than a day',
    remedy: 'Sign in and ask for another link.',
  },
  ROLE_NOT_FOUND: { status: 404, title: 'No such role', remedy: 'GET /api/roles lists them.' },
  ROLE_EXISTS: {
    status: 409,
    title: 'There is a role of this name',
    remedy: 'Change it with PATCH, or choose another name.',
  },
  ROLE_BUILT_IN: {
    status: 409,
    title: 'Built-in roles stay as they are',
    remedy: 'Make a role of your own; it can inherit the built-in one.',
  },
  ROLE_INHERITED: {
    status: 409,
    title: 'Other roles inherit this one',
    remedy: 'Take it out of what `inherited_by` inherit, then delete it.',
  },
  ROLE_CYCLE: {
    status: 409,
    title: 'A role would inherit itself',
    remedy: 'Leave out one of the roles in `cycle`.',
  },
  ROLES_EXCLUDE: {
    status: 409,
    title: 'Nobody may have both of these roles',
    remedy: 'Revoke one of `roles` first, or leave it out.',
  },
  GRANT_EXCEEDS_OWN: {
    status: 403,
    title: 'That would give or take more than you may do yourself',
    remedy: 'Ask somebody who has the permissions in `missing`.',
  },
  LAST_ADMIN: {
    status: 409,
    title: 'The last admin stays',
    remedy: 'Make somebody else an admin first, without an end.',
  },
  ATTEMPTS_TOO_MANY: {
    status: 429,
    title: 'Too many attempts',
    remedy: 'Wait for `retry_after_s` seconds. Who has forgotten the password can reset it by e-mail.',
  },
  LOGIN_SESSION_NOT_FOUND: {
    status: 404,
    title: 'You have no such login session',
    remedy: 'GET /api/auth/login-sessions lists yours.',
  },
  RESET_LINK_INVALID: {
    status: 403,
    title: 'This link resets no password: it was used, or is older than an hour',
    remedy: 'Ask for another link, by POST /api/auth/password/forgot.',
  },
  EMAIL_LINK_INVALID: {
    status: 403,
    title: 'This link confirms no address: the change is done, called off, or older than a day',
    remedy: 'Sign in and begin the change again.',
  },
  ACCOUNT_NOT_FOUND: {
    status: 404,
    title: 'No account has this address',
    remedy: 'Check the address; it may have been changed or erased.',
  },
  USER_NOT_FOUND: { status: 404, title: 'No such user', remedy: 'Check the id.' },
  ...factorErrors,
} as const satisfies Record<string, ErrorContract>;
