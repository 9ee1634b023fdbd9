// What is asked for beside a password, at a login and before second factors change.
import type { PasskeyProof } from '#contracts/identity/passkey.shapes';
import { fail } from '#lib/errors';
import type { Ctx, Service } from '#lib/service';
import { methodsOf, type AuthenticationMethod } from './authentication-methods.rules.ts';
import { findCredentialsOf } from './credentials.store.ts';
import { useOtp } from './otp.use.ts';
import { partyOf, passkeyRequest } from './passkey.ceremonies.ts';
import { findPasskeys, type StoredPasskey } from './passkey.store.ts';
import { usePasskey } from './passkey.use.ts';
import { checkOwnPassword } from './password.checking.ts';
import { countRecoveryCodes, findTotp } from './second-factor.store.ts';

interface SecondFactor {
  otp?: string;
  passkey?: PasskeyProof;
}

/**
 * After the password was right: how the user has shown who they are beside it; by nothing where the account has no second factor. A
 * code or a challenge is used up. Throws SECOND_FACTOR_REQUIRED with the ways to go on, SECOND_FACTOR_WRONG, SECOND_FACTOR_TOO_OFTEN.
 */
export async function passSecondFactor(
  service: Service,
  user_id: string,
  { otp, passkey }: SecondFactor,
  requestID: string | null,
): Promise<AuthenticationMethod[]> {
  const totp = await findTotp(service.db, user_id);
  const passkeys = await findPasskeys(service.db, user_id);
  const hasTotp = totp?.confirmed_at != null;
  if (!hasTotp && passkeys.length === 0) return [];
  if (otp === undefined && passkey === undefined)
    throw fail('SECOND_FACTOR_REQUIRED', await waysOn(service, user_id, hasTotp, passkeys));
  if (otp !== undefined) {
    if (passkey !== undefined) throw fail('VALIDATION_FAILED', { errors: [ONE_SUFFICES] });
    if (await useOtp(service, user_id, otp, { requestID, user_id })) return ['otp', 'mfa'];
  } else if (passkey !== undefined) {
    const use = await usePasskey(service, passkey, { user_id });
    if (use) return [...new Set([...methodsOf(use), 'mfa' as const])];
  }
  throw fail('SECOND_FACTOR_WRONG');
}

const ONE_SUFFICES = {
  pointer: '/passkey',
  message: 'is one factor more than is asked for: leave it or otp out',
};

async function waysOn(
  service: Service,
  user_id: string,
  hasTotp: boolean,
  passkeys: readonly StoredPasskey[],
) {
  const party = passkeys.length > 0 ? partyOf(service) : null;
  const codes = await countRecoveryCodes(service.db, user_id);
  return {
    methods: [
      ...(hasTotp ? ['totp'] : []),
      ...(party ? ['passkey'] : []),
      ...(codes > 0 ? ['recovery_code'] : []),
    ],
    ...(party && {
      passkey: await passkeyRequest(service.db, party, 'second_factor', { user_id, passkeys }),
    }),
  };
}

/**
 * Who is signed in shows again that it is they, as at a login: a token that somebody found must not suffice. By their password
 * and what the account asks for beside it, or by a passkey alone, with a challenge of /api/auth/passkeys/login/options.
 * Throws CREDENTIALS_WRONG, ATTEMPTS_TOO_MANY, and what passSecondFactor does.
 */
export async function proveAgain(
  service: Service,
  { password, ...more }: SecondFactor & { password?: string },
  { meta, requestID }: Pick<Ctx<unknown>, 'meta' | 'requestID'>,
): Promise<void> {
  const { user_id } = meta.caller!;
  if (password === undefined) {
    if (more.passkey === undefined) throw fail('VALIDATION_FAILED', { errors: [PROOF_MISSING] });
    const use = await usePasskey(service, more.passkey, 'alone');
    if (use?.user_id !== user_id) throw fail('SECOND_FACTOR_WRONG');
    return;
  }
  await checkOwnPassword(service, await findCredentialsOf(service.db, user_id), password, meta);
  await passSecondFactor(service, user_id, more, requestID);
}

const PROOF_MISSING = {
  pointer: '/password',
  message: 'is missing: show again that it is you, by your password or by a passkey',
};
