// Tokens of this platform: what auth writes, to the letter. All else is refused, also if it were signed by our key.
import { fail } from '#lib/errors';
import { world } from '#lib/world';
import jwt from 'jsonwebtoken';
import type { KeyObject } from 'node:crypto';
import { duplicateIn } from './duplicate-keys.ts';
import type { Verified } from './identity.ts';

// As long as auth lets one live. Revocations are forgotten after 20 minutes: a longer life would outlast its own.
const LIFE_S = 15 * 60;

// Clocks of nodes differ by less. Who were issued a token tomorrow would be before no revocation of today.
const AHEAD_S = 60;

/** The id of the key that a token says it is signed by. Throws SIGN_IN_REQUIRED where the token is none of ours. */
export function keyIdOf(token: string): string {
  const [header, payload, signature] = token.split('.');
  // Nothing beside them: `jwk`, `crit`, `b64`, `zip` and their like would change how it is to be read.
  const { alg, typ, kid, ...more } = objectIn(header);
  objectIn(payload);
  if (alg !== 'ES256' || typ !== 'JWT' || typeof kid !== 'string' || Object.keys(more).length > 0)
    throw fail('SIGN_IN_REQUIRED');
  assertCanonical(signature);
  return kid;
}

/** Whose token it is, by the key that it names. Throws SIGN_IN_REQUIRED. */
export function readToken(token: string, key: KeyObject): Verified {
  const { iss, aud, sub, sid, iat, exp } = verify(token, key);
  if (iss !== 'commonweal' || aud !== 'commonweal' || !isWord(sub) || !isWord(sid))
    throw fail('SIGN_IN_REQUIRED');
  if (typeof iat !== 'number' || typeof exp !== 'number') throw fail('SIGN_IN_REQUIRED');
  if (iat > world.nowMs() / 1000 + AHEAD_S || exp > iat + LIFE_S) throw fail('SIGN_IN_REQUIRED');
  return {
    identity: { user_id: sub, login_session_id: sid, issued_ms: Math.round(iat * 1000) },
    expires_ms: exp * 1000,
  };
}

/** An id: what is signed for the services joins them with blanks and commas. */
const isWord = (it: unknown): it is string => typeof it === 'string' && /^[\w-]+$/.test(it);

function verify(token: string, key: KeyObject): jwt.JwtPayload {
  try {
    return jwt.verify(token, key, {
      algorithms: ['ES256'],
      clockTimestamp: Math.floor(world.nowMs() / 1000),
    }) as jwt.JwtPayload;
  } catch {
    throw fail('SIGN_IN_REQUIRED');
  }
}

/** The JSON object in a part, with each key once (RFC 7519, 4). */
function objectIn(part: string | undefined): Record<string, unknown> {
  const text = assertCanonical(part).toString();
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value) && !duplicateIn(text))
      return value as Record<string, unknown>;
  } catch {
    // Not even JSON.
  }
  throw fail('SIGN_IN_REQUIRED');
}

/** The bytes of a part in the one spelling that they have (RFC 4648, 3.5): else one token would be remembered as many. */
function assertCanonical(part = ''): Buffer {
  const bytes = Buffer.from(part, 'base64url');
  if (part === '' || bytes.toString('base64url') !== part) throw fail('SIGN_IN_REQUIRED');
  return bytes;
}
