import type { ErrorContract } from '../error.ts';

/** What second factors and passkeys are refused with. */
export const factorErrors = {
  SECOND_FACTOR_REQUIRED: {
    status: 401,
    title: 'This account asks for a second factor',
    remedy:
      'Send the same again with `otp` (a code of the authenticator app, or a recovery code) or with `passkey`, as `methods` says.',
  },
  SECOND_FACTOR_WRONG: {
    status: 401,
    title: 'The second factor is not right',
    remedy:
      'Enter the code that the app shows now. Each code works once, and so does each recovery code and each challenge of a passkey.',
  },
  SECOND_FACTOR_TOO_OFTEN: {
    status: 429,
    title: 'Too many wrong codes',
    remedy: 'Try again at `again_at`, or use a recovery code or a passkey: those still work.',
  },
  SECOND_FACTOR_NOT_FOUND: {
    status: 404,
    title: 'This account has no such second factor',
    remedy: 'GET /api/auth/mfa says which it has.',
  },
  TOTP_ALREADY_ON: {
    status: 409,
    title: 'This account has an authenticator app',
    remedy: 'To change to another app, turn this one off first: DELETE /api/auth/mfa.',
  },
  TOTP_NOT_ENROLLED: {
    status: 409,
    title: 'No authenticator app waits to be confirmed',
    remedy: 'Begin with POST /api/auth/mfa/enroll; its secret waits for a quarter of an hour.',
  },
  PASSKEY_REFUSED: {
    status: 401,
    title: 'Nobody is signed in by this passkey',
    remedy:
      'Ask for fresh options and try again, or sign in with the password. The device must check that it is you (PIN, finger, face).',
  },
  PASSKEY_NOT_ADDED: {
    status: 422,
    title: 'The browser’s answer makes no passkey',
    remedy:
      'Ask for fresh options and try again; `reason` says what does not fit. An answer is taken once, within five minutes.',
  },
  PASSKEY_TAKEN: {
    status: 409,
    title: 'This passkey has been added already',
    remedy: 'Use it as it is, or choose another device.',
  },
  TOO_MANY_PASSKEYS: {
    status: 409,
    title: 'This account has as many passkeys as it may have',
    remedy: 'Remove one that is no longer used.',
  },
  PASSKEY_NOT_FOUND: {
    status: 404,
    title: 'This account has no such passkey',
    remedy: 'GET /api/auth/passkeys lists them.',
  },
  PASSKEYS_UNAVAILABLE: {
    status: 409,
    title: 'There are no passkeys at this address',
    remedy:
      'Browsers keep passkeys for names, over HTTPS: the operator sets PUBLIC_URL to such as https://give.example, or for a trial to http://localhost:8080.',
  },
  LAST_WAY_IN: {
    status: 409,
    title: 'Without this nobody could sign in to the account',
    remedy: 'First sign in by another passkey alone once, or set a password.',
  },
} as const satisfies Record<string, ErrorContract>;
