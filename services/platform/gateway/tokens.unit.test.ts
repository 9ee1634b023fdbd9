// Forgeries are in forged-tokens.int.test.ts.
import type { Result } from '#contracts';
import { codeOf } from '#lib/errors';
import { world } from '#lib/world';
import { describe, expect, test } from '@jest/globals';
import jwt from 'jsonwebtoken';
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { operator, type Identity } from './identity.ts';
import { tokens } from './tokens.ts';

type Jwks = Result<'auth.jwks'>;

const ours = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const theirs = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const user_id = world.newId();
const now_s = () => Math.floor(world.nowMs() / 1000);

const jwk = (key: KeyObject, kid: string) =>
  ({ ...key.export({ format: 'jwk' }), kid, use: 'sig', alg: 'ES256' }) as Jwks['keys'][number];
const jwks: Jwks = { keys: [jwk(ours.publicKey, 'a')] };

const claims = { sub: user_id, sid: 's', jti: 'j' };
const registered = { iss: 'commonweal', aud: 'commonweal', exp: now_s() + 900 };
const sign = ({ body = {}, key = ours.privateKey, options = {}, kid = 'a' } = {}) =>
  jwt.sign({ ...claims, ...registered, ...body }, key, {
    algorithm: 'ES256',
    keyid: kid,
    ...options,
  });

const identifying = (fetchKeys: () => Promise<Jwks>, operator_key?: string) =>
  tokens({ fetchKeys, operator_key, readProgram: () => Promise.reject(new Error('of no program')) });

const asked = async (identify: ReturnType<typeof tokens>, authorization: string): Promise<Identity> =>
  identify(authorization);

const refusal = (identify: ReturnType<typeof tokens>, token: string) =>
  asked(identify, `Bearer ${token}`).then(() => 'accepted', codeOf);

describe('a token', () => {
  test('identifies its user and their login session', async () => {
    const identify = identifying(async () => jwks);
    const iat = now_s() - 1 + 0.123;
    const token = sign({ body: { iat, exp: now_s() + 600 } });
    await expect(asked(identify, `Bearer ${token}`)).resolves.toEqual({
      user_id,
      login_session_id: 's',
      issued_ms: iat * 1000,
    });
    await expect(asked(identify, `bearer ${token}`)).resolves.toMatchObject({ user_id });
  });

  test.each(['', 'Basic YTpi', sign(), `Bearer  ${sign()}`, `Bearer ${sign()} ${sign()}`])(
    'is not accepted elsewhere: %s',
    async (authorization) => {
      const identify = identifying(async () => jwks);
      await expect(asked(identify, authorization).catch(codeOf)).resolves.toBe('SIGN_IN_REQUIRED');
    },
  );

  test('that was accepted once is refused from the second it expires', async () => {
    const identify = identifying(async () => jwks);
    const token = sign({ body: { exp: now_s() + 1 } });
    await asked(identify, `Bearer ${token}`);
    let last: unknown = 'accepted';
    for (let looks = 0; looks < 250 && last === 'accepted'; looks++) {
      await world.sleep(20);
      last = await refusal(identify, token);
    }
    expect(last).toBe('SIGN_IN_REQUIRED');
  });
});

describe('the operator key', () => {
  const key = 'k'.repeat(43);
  const keyless = identifying(async () => jwks);
  const identify = identifying(async () => jwks, key);

  test('identifies the operator', async () => {
    await expect(asked(identify, `Bearer ${key}`)).resolves.toBe(operator);
    await expect(asked(identify, `Bearer ${sign()}`)).resolves.toMatchObject({ user_id });
  });

  test.each([`${key}k`, key.slice(1), `${'k'.repeat(42)}l`, '', 'undefined'])(
    'is refused when it is another: %s',
    async (other) => {
      await expect(refusal(identify, other)).resolves.toBe('SIGN_IN_REQUIRED');
    },
  );

  test.each([key, 'undefined', ''])('opens nothing on a platform without one: %s', async (other) => {
    await expect(refusal(keyless, other)).resolves.toBe('SIGN_IN_REQUIRED');
    await expect(
      refusal(
        identifying(async () => jwks, ''),
        other,
      ),
    ).resolves.toBe('SIGN_IN_REQUIRED');
  });
});

describe('the keys', () => {
  test('are fetched once, however many tokens come at once', async () => {
    let asks = 0;
    const identify = identifying(async () => (asks++, jwks));
    await Promise.all(Array.from({ length: 20 }, () => asked(identify, `Bearer ${sign()}`)));
    expect(asks).toBe(1);
  });

  test('are fetched again when a token names a new one', async () => {
    let known = jwks;
    const identify = identifying(async () => known);
    await asked(identify, `Bearer ${sign()}`);
    known = { keys: [...jwks.keys, jwk(theirs.publicKey, 'b')] };
    const rotated = sign({ key: theirs.privateKey, kid: 'b' });
    await expect(asked(identify, `Bearer ${rotated}`)).resolves.toMatchObject({ user_id });
  });

  test('are fetched once a second at most, whatever ids are invented', async () => {
    const asks: number[] = [];
    const identify = identifying(async () => (asks.push(world.nowMs()), jwks));
    await asked(identify, `Bearer ${sign()}`);
    await Promise.all(
      Array.from({ length: 20 }, (_, n) => refusal(identify, sign({ kid: `invented ${n}` }))),
    );
    expect(asks).toHaveLength(2);
    expect(asks[1]! - asks[0]!).toBeGreaterThanOrEqual(999);
  });

  test('that are unavailable do not make a token invalid', async () => {
    let isDisconnected = true;
    const identify = identifying(async () => {
      if (isDisconnected) throw new Error('unavailable');
      return jwks;
    });
    await expect(refusal(identify, sign())).resolves.toBe('UNAVAILABLE');
    isDisconnected = false;
    await expect(refusal(identify, sign())).resolves.toBe('accepted');
  });
});
