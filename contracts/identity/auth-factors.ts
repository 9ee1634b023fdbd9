// Second factors and passkeys: parts of auth. What changes them takes a proof that it is the owner: what a login would ask for.
import { Type, type Static } from '@sinclair/typebox';
import { defineAction, defineMessage, exactly, Id, nullable, stringEnum, Time } from '../define.ts';
import { Line } from '../text.ts';
import { Tokens } from './auth.shapes.ts';
import {
  CreationOptions,
  PasskeyProof,
  PasskeyRequest,
  proof,
  RegistrationResponse,
  PROOF_ERRORS,
} from './passkey.shapes.ts';

export const Passkey = exactly({
  id: Id,
  name: Line(100),
  /** Copied to the owner's other devices by whoever keeps them; else it is on one device alone. */
  synced: Type.Boolean(),
  created_at: Time,
  last_used_at: nullable(Time),
});
export type Passkey = Static<typeof Passkey>;

const Factors = exactly({
  totp: nullable(exactly({ since: Time })),
  passkeys: Type.Integer(),
  recovery_codes_left: Type.Integer(),
});
export type Factors = Static<typeof Factors>;

const RecoveryCodes = Type.Array(Type.String(), {
  description: 'ten, each for one sign-in. Shown this once: only their hashes are kept',
});
/** With the first second factor come recovery codes. */
const firstCodes = { recovery_codes: nullable(RecoveryCodes) };

export const factorActions = {
  'auth.read_factors': defineAction({
    summary: 'Returns which second factors the signed-in user has.',
    permission: 'account:read',
    route: 'GET /api/auth/mfa',
    params: exactly({}),
    result: Factors,
  }),
  'auth.enroll_totp': defineAction({
    summary:
      'Makes the secret of an authenticator app (RFC 6238). It counts once a code of it is confirmed, within a quarter of an hour.',
    permission: 'account:update',
    route: 'POST /api/auth/mfa/enroll',
    secret: true,
    params: exactly(proof),
    result: exactly({
      secret: Type.String({ description: 'base32, to be typed into the app' }),
      otpauth_url: Type.String({ description: 'the same as a URL, to be shown as a QR code' }),
      expires_at: Time,
    }),
    errors: [...PROOF_ERRORS, 'TOTP_ALREADY_ON', 'USER_NOT_FOUND'],
  }),
  'auth.confirm_totp': defineAction({
    summary: 'Turns the authenticator app on, by a code that it shows.',
    permission: 'account:update',
    route: 'POST /api/auth/mfa/confirm',
    secret: true,
    params: exactly({
      code: Type.String({ minLength: 1, maxLength: 60, description: 'the six digits that the app shows' }),
    }),
    result: exactly(firstCodes),
    errors: ['SECOND_FACTOR_WRONG', 'TOTP_NOT_ENROLLED', 'USER_NOT_FOUND'],
  }),
  'auth.remove_totp': defineAction({
    summary: 'Turns the authenticator app off. With the last second factor go the recovery codes.',
    permission: 'account:update',
    route: 'DELETE /api/auth/mfa',
    secret: true,
    params: exactly(proof),
    result: Factors,
    errors: [...PROOF_ERRORS, 'SECOND_FACTOR_NOT_FOUND', 'USER_NOT_FOUND'],
  }),
  'auth.renew_recovery_codes': defineAction({
    summary: 'Makes ten new recovery codes; the old ones work no more.',
    permission: 'account:update',
    route: 'POST /api/auth/mfa/recovery-codes',
    secret: true,
    params: exactly(proof),
    result: exactly({ recovery_codes: RecoveryCodes }),
    errors: [...PROOF_ERRORS, 'SECOND_FACTOR_NOT_FOUND', 'USER_NOT_FOUND'],
  }),
  'auth.request_passkey': defineAction({
    summary: 'Returns the options with which a browser makes a passkey for the signed-in user (WebAuthn).',
    permission: 'account:update',
    route: 'POST /api/auth/passkeys/options',
    secret: true,
    params: exactly(proof),
    result: exactly({ challenge_id: Id, options: CreationOptions, expires_at: Time }),
    errors: [...PROOF_ERRORS, 'TOO_MANY_PASSKEYS', 'PASSKEYS_UNAVAILABLE', 'USER_NOT_FOUND'],
  }),
  'auth.add_passkey': defineAction({
    summary: 'Adds the passkey that the browser has made.',
    permission: 'account:update',
    route: 'POST /api/auth/passkeys',
    status: 201,
    location: '/api/auth/passkeys',
    secret: true,
    params: exactly({ challenge_id: Id, name: Line(100), response: RegistrationResponse }),
    result: Type.Composite([Passkey, exactly(firstCodes)], { additionalProperties: false }),
    errors: [
      'PASSKEY_NOT_ADDED',
      'PASSKEY_TAKEN',
      'TOO_MANY_PASSKEYS',
      'PASSKEYS_UNAVAILABLE',
      'USER_NOT_FOUND',
    ],
  }),
  'auth.list_passkeys': defineAction({
    summary: 'Returns the passkeys of the signed-in user, the oldest first.',
    permission: 'account:read',
    route: 'GET /api/auth/passkeys',
    params: exactly({}),
    result: exactly({ data: Type.Array(Passkey) }),
  }),
  'auth.rename_passkey': defineAction({
    summary: 'Gives a passkey another name.',
    permission: 'account:update',
    route: 'PATCH /api/auth/passkeys/:id',
    params: exactly({ id: Id, name: Line(100) }),
    result: Passkey,
    errors: ['PASSKEY_NOT_FOUND'],
  }),
  'auth.remove_passkey': defineAction({
    summary: 'Removes a passkey: nobody signs in with it again.',
    permission: 'account:update',
    route: 'DELETE /api/auth/passkeys/:id',
    secret: true,
    params: exactly({ id: Id, ...proof }),
    result: Factors,
    errors: [...PROOF_ERRORS, 'PASSKEY_NOT_FOUND', 'LAST_WAY_IN', 'USER_NOT_FOUND'],
  }),
  'auth.remove_password': defineAction({
    summary: 'Takes the password away: from now on the user signs in by passkeys alone.',
    permission: 'account:update',
    route: 'DELETE /api/auth/password',
    secret: true,
    params: exactly({ passkey: PasskeyProof }),
    result: Factors,
    errors: ['SECOND_FACTOR_WRONG', 'LAST_WAY_IN', 'USER_NOT_FOUND'],
  }),
  'auth.request_passkey_login': defineAction({
    summary:
      'Returns the options with which a browser signs in by a passkey. They are the same for everybody.',
    permission: 'anyone',
    route: 'POST /api/auth/passkeys/login/options',
    secret: true,
    security: 'none',
    params: exactly({}),
    result: PasskeyRequest,
    errors: ['PASSKEYS_UNAVAILABLE'],
  }),
  'auth.login_with_passkey': defineAction({
    summary: 'Signs a user in by a passkey alone.',
    permission: 'anyone',
    route: 'POST /api/auth/passkeys/login',
    secret: true,
    security: 'none',
    params: PasskeyProof,
    result: Tokens,
    errors: ['PASSKEY_REFUSED', 'ACCOUNT_DELETED'],
  }),
};

const Factor = { factor: stringEnum(['totp', 'passkey', 'password']), name: nullable(Line(100)) };

export const factorMessages = {
  'user.factor_added': defineMessage({
    summary: 'A user has a second factor or a passkey more.',
    version: 1,
    key: 'user_id',
    payload: exactly({ user_id: Id, ...Factor, at: Time }),
  }),
  'user.factor_removed': defineMessage({
    summary: 'A user has a second factor, a passkey or a password less.',
    version: 1,
    key: 'user_id',
    payload: exactly({ user_id: Id, ...Factor, at: Time }),
  }),
  'user.recovery_code_used': defineMessage({
    summary: 'A recovery code was used up; `left` are left.',
    version: 1,
    key: 'user_id',
    payload: exactly({ user_id: Id, left: Type.Integer(), at: Time }),
  }),
  'user.recovery_codes_renewed': defineMessage({
    summary: 'A user has new recovery codes.',
    version: 1,
    key: 'user_id',
    payload: exactly({ user_id: Id, at: Time }),
  }),
  'user.factor_guessed': defineMessage({
    summary: 'Whoever knows the password of a user has sent wrong codes of their app, one after another.',
    version: 1,
    key: 'user_id',
    payload: exactly({ user_id: Id, at: Time }),
  }),
};
