import type { ErrorContract } from '../error.ts';

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
  REFRESH_TOKEN_INVALID: {
    status: 401,
    title: 'The refresh token is not valid',
    remedy: 'Log in again. A refresh token can be used once; using an old one ends its login session.',
  },
  PERMISSION_DENIED: {
    status: 403,
    title: 'You do not have permission to do this',
    remedy: 'Ask the owner, or someone who has the permission.',
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
  USER_NOT_FOUND: { status: 404, title: 'No such user', remedy: 'Check the id.' },
} as const satisfies Record<string, ErrorContract>;
