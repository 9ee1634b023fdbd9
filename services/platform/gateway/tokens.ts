import type { Result } from '#contracts';
import { fail } from '#lib/errors';
import type { Calls } from '#lib/service';
import { world } from '#lib/world';
import { createPublicKey, hash, timingSafeEqual, type KeyObject } from 'node:crypto';
import { operator, type Identity, type Verified } from './identity.ts';
import { issuerOf } from './outside-tokens.ts';
import { keyIdOf, readToken } from './own-tokens.ts';

// ES256 costs 120 µs, a Map 0.1: a token is verified once and remembered until it expires. 50,000 take 40 MB.
const REMEMBERED = 50_000;

// How often an unknown key id may cause a request for the keys: inventing ids gains nothing.
const ASK_EVERY_MS = 1000;

type Jwks = Result<'auth.jwks'>;

/** Where tokens come from. */
export interface Sources {
  /** The keys of this platform. */
  fetchKeys: () => Promise<Jwks>;
  operator_key?: string | undefined;
  /** Reads a token for programs. */
  readProgram: (token: string) => Promise<Verified>;
  /** Another provider, that is trusted. */
  outside?: { issuer: string; verify: (token: string) => Promise<Verified> } | undefined;
}

/**
 * Identifies the bearer of an Authorization header's token: remembered, or by verification. Throws SIGN_IN_REQUIRED for anything
 * but a valid token (of ours: ES256), and UNAVAILABLE where nobody can tell.
 */
export function tokens(sources: Sources): (authorization: string) => Identity | Promise<Identity> {
  const { fetchKeys, operator_key, readProgram, outside } = sources;
  const verified = new Map<string, Verified>();
  const keyOf = keyRing(fetchKeys);
  const isOperator = matches(operator_key);

  return (authorization) => {
    const token = BEARER.exec(authorization)?.[1];
    if (!token) {
      if (isOperator(authorization)) return operator;
      throw fail('SIGN_IN_REQUIRED');
    }
    const known = verified.get(token);
    if (known && known.expires_ms > world.nowMs()) return known.identity;
    return remember(token);
  };

  async function remember(token: string): Promise<Identity> {
    verified.delete(token);
    const found = await lookAt(token);
    const oldest = verified.size >= REMEMBERED ? verified.keys().next().value : undefined;
    if (oldest !== undefined) verified.delete(oldest);
    verified.set(token, found);
    return found.identity;
  }

  async function lookAt(token: string): Promise<Verified> {
    if (token.startsWith(PROGRAMS)) return readProgram(token);
    if (outside && issuerOf(token) === outside.issuer) return outside.verify(token);
    return readToken(token, await keyOf(keyIdOf(token)));
  }
}

// Each use is noted, to the minute; and ends within one even if nobody heard that it was revoked.
const PROGRAM_MS = 60_000;

/** Reads tokens for programs where they are kept. */
export const programs =
  (calls: Calls) =>
  async (token: string): Promise<Verified> => {
    const { id, user_id, permissions, created_at, expires_at } = await calls.call('auth.read_access_token', {
      token,
    });
    const access_token = { id, permissions: new Set(permissions) };
    return {
      identity: { user_id, login_session_id: '', issued_ms: Date.parse(created_at), access_token },
      expires_ms: Math.min(Date.parse(expires_at), world.nowMs() + PROGRAM_MS),
    };
  };

/** In constant time: the time for a wrong key reveals nothing of the right one. */
function matches(key: string | undefined): (authorization: string) => boolean {
  if (!key) return () => false;
  const wanted = digest(key);
  return (authorization) => {
    const given = OPERATOR.exec(authorization)?.[1];
    return given !== undefined && timingSafeEqual(digest(given), wanted);
  };
}

const digest = (text: string) => hash('sha256', text, 'buffer');

// 256 bits in base64url; a token of ours has two dots.
const OPERATOR = /^bearer ([\w-]{43})$/i;

const PROGRAMS = 'cw_';

// A JWT, or a token for programs.
const BEARER = /^bearer ([\w-]+\.[\w-]+\.[\w-]+|cw_[\w-]{43})$/i;

function keyRing(fetchKeys: () => Promise<Jwks>): (kid: string) => Promise<KeyObject> {
  let keys = new Map<string, KeyObject>();
  let asked_ms = -Infinity;
  let asking: Promise<void> | undefined;

  return async (kid) => {
    if (!keys.has(kid)) await (asking ??= ask().finally(() => (asking = undefined)));
    const key = keys.get(kid);
    if (!key) throw fail('SIGN_IN_REQUIRED');
    return key;
  };

  // One request at a time; calls that come too soon after it wait for the next, since their key may be newer than its answer.
  async function ask() {
    const wait_ms = asked_ms + ASK_EVERY_MS - world.nowMs();
    if (wait_ms > 0) await world.sleep(wait_ms);
    const jwks = await fetchKeys().catch(() => {
      throw fail('UNAVAILABLE');
    });
    keys = new Map(jwks.keys.map((jwk) => [jwk.kid, createPublicKey({ key: jwk, format: 'jwk' })]));
    asked_ms = world.nowMs();
  }
}
