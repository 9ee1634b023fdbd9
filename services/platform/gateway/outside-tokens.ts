// Tokens of an OpenID Connect provider that the operator trusts: OIDC_ISSUER.
import type { OidcSettings } from '#config.oidc';
import { isEmail } from '#contracts/email';
import { isLonger, isVisible } from '#contracts/text';
import { fail } from '#lib/errors';
import type { Calls } from '#lib/service';
import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload } from 'jose';
import type { Verified } from './identity.ts';

// Neither `none` nor a shared secret.
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'EdDSA'];
const PATIENCE_MS = 5000;

type KeySet = ReturnType<typeof createRemoteJWKSet>;

/**
 * Verifies a token of the provider, whose keys are found by discovery (OpenID Connect Discovery 1.0, 4), and finds the user; they
 * are made at first sight. Throws SIGN_IN_REQUIRED, TOKEN_LACKS_CLAIMS, and UNAVAILABLE while the provider can't be asked.
 */
export function outsideTokens(calls: Calls, settings: OidcSettings): (token: string) => Promise<Verified> {
  const { issuer, audience } = settings;
  let keys: Promise<KeySet> | undefined;

  return async (token) => {
    keys ??= discover(issuer);
    keys.catch(() => (keys = undefined));
    const claims = await verify(token, await keys, { issuer, audience });
    const { sub, iat, exp } = claims;
    // What says how an access token was made is an ID token: that is for the client alone (OpenID Connect Core, 3.1.3.6).
    if (!sub || !iat || !exp || 'at_hash' in claims) throw fail('SIGN_IN_REQUIRED');
    const { user_id } = await calls.call('auth.admit_outsider', {
      issuer,
      subject: sub,
      ...personIn(claims),
    });
    const identity = {
      user_id,
      login_session_id: '',
      // The end of its second: who comes back at once is not taken for who was sent away.
      issued_ms: iat * 1000 + 999,
      roles: rolesIn(claims, settings),
    };
    return { identity, expires_ms: exp * 1000 };
  };
}

async function discover(issuer: string): Promise<KeySet> {
  try {
    const response = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const found = (await response.json()) as { issuer?: unknown; jwks_uri?: unknown };
    if (found.issuer !== issuer) throw new Error(`it calls itself ${String(found.issuer)}`);
    return createRemoteJWKSet(new URL(String(found.jwks_uri)), { timeoutDuration: PATIENCE_MS });
  } catch {
    throw fail('UNAVAILABLE');
  }
}

async function verify(
  token: string,
  keys: KeySet,
  wanted: { issuer: string; audience: string },
): Promise<JWTPayload> {
  try {
    return (await jwtVerify(token, keys, { ...wanted, algorithms: ALGORITHMS })).payload;
  } catch (error) {
    throw fail(isOurs(error) ? 'SIGN_IN_REQUIRED' : 'UNAVAILABLE');
  }
}

/** What jose says of the token, not of the way to its keys. */
const isOurs = (error: unknown) =>
  error instanceof errors.JOSEError &&
  !(error instanceof errors.JWKSTimeout) &&
  error.code !== 'ERR_JOSE_GENERIC';

function personIn({ email, name, preferred_username }: JWTPayload): { email: string; name: string } {
  const called = [name, preferred_username, email].find(
    (text) => typeof text === 'string' && isVisible(text),
  );
  if (typeof email !== 'string' || !isEmail(email) || typeof called !== 'string' || isLonger(called, 200))
    throw fail('TOKEN_LACKS_CLAIMS', { claims: ['email', 'name'] });
  return { email, name: called };
}

/** The roles here of the roles there: those in a claim, whose path may lead through objects. */
export function rolesIn(
  claims: JWTPayload,
  { roles_claim, roles }: Pick<OidcSettings, 'roles_claim' | 'roles'>,
): string[] {
  const found = roles_claim
    .split('.')
    .reduce<unknown>(
      (place, step) => (isObject(place) && Object.hasOwn(place, step) ? place[step] : undefined),
      claims,
    );
  const theirs = Array.isArray(found) ? found : typeof found === 'string' ? found.split(' ') : [];
  return [
    ...new Set(theirs.flatMap((role) => (typeof role === 'string' ? (roles.get(role) ?? []) : []))),
  ].sort();
}

const isObject = (it: unknown): it is Record<string, unknown> => typeof it === 'object' && it !== null;

/** The issuer that an unverified token names. */
export function issuerOf(token: string): unknown {
  try {
    return (
      JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { iss?: unknown } | null
    )?.iss;
  } catch {
    return undefined;
  }
}
