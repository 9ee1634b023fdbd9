import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { hash } from '@node-rs/argon2';
import { aCaller } from '#test/callers';
import jwt from 'jsonwebtoken';
import { createPublicKey } from 'node:crypto';
import type { Service } from '#lib/service';
import { until } from '#test/platform';
import { rotateWhenDue } from './access-token.jwt.ts';
import { limitsOfGuess } from './attempts.rules.ts';
import {
  ann,
  blocked,
  freshWorld,
  holding,
  outcomeOf,
  published,
  type Node,
  type World,
} from './fixture.test.ts';

let fixture: World;
let node: Node;
let annId: string;

beforeAll(async () => {
  fixture = await freshWorld();
  node = await fixture.node();
  annId = (await node.call('auth.register', ann)).user.id;
});
afterAll(() => fixture.stop());

const login = (email: string, password: string) => node.call('auth.login', { email, password });

const decode = (token: string) => jwt.decode(token, { complete: true })!;

async function verify(token: string) {
  const { keys } = await node.call('auth.jwks', {});
  const key = keys.find(({ kid }) => kid === decode(token).header.kid)!;
  const options = { algorithms: ['ES256' as const], issuer: 'commonweal', audience: 'commonweal' };
  return jwt.verify(token, createPublicKey({ key, format: 'jwk' }), options) as jwt.JwtPayload;
}

test('the access token is for its user, for 15 minutes, by a key that everybody can read', async () => {
  const { access_token } = await login('Ann@Example.org', ann.password);
  const claims = await verify(access_token);
  expect(claims).toMatchObject({ sub: annId });
  expect(claims.exp! - claims.iat!).toBe(900);
  const { rows } = await fixture.auth.query('select from login_sessions where id = $1 and user_id = $2', [
    claims['sid'],
    annId,
  ]);
  expect(rows).toHaveLength(1);
  expect(claims.jti).not.toBe((await verify((await login(ann.email, ann.password)).access_token)).jti);
});

test('every key states its purpose, and contains nothing private', async () => {
  const { keys } = await node.call('auth.jwks', {});
  expect(keys).toHaveLength(1);
  expect(Object.keys(keys[0]!).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']);
  expect(keys[0]).toMatchObject({ alg: 'ES256', crv: 'P-256', kty: 'EC', use: 'sig' });
});

test('a login is published', async () => {
  const claims = await verify((await login(ann.email, ann.password)).access_token);
  const logins = await published(fixture.auth, 'user.logged_in');
  expect(logins.at(-1)).toMatchObject({
    user_id: annId,
    login_session_id: claims['sid'] as string,
  });
});

test('a wrong password and an unknown address are refused alike', async () => {
  const [wrong, nobody] = await Promise.all(
    [login(ann.email, 'another password'), login('nobody@example.org', ann.password)].map((asked) =>
      asked.catch((error: Error) => error),
    ),
  );
  expect(wrong).toMatchObject({ type: 'CREDENTIALS_WRONG' });
  expect({ ...nobody }).toEqual({ ...wrong });
});

test('a flood of logins from one address keeps nobody else out', async () => {
  const attack = Array.from({ length: 150 }, () =>
    outcomeOf(node.call('auth.login', { email: ann.email, password: 'a guess' }, { address: '192.0.2.1' })),
  );
  const others = ['198.51.100.1', '198.51.100.2', '2001:db8:0:1'].map((address) =>
    outcomeOf(node.call('auth.login', ann2(), { address })),
  );
  expect(await Promise.all(others)).toEqual(['ok', 'ok', 'ok']);
  const outcomes = await Promise.all(attack);
  expect(new Set(outcomes)).toEqual(new Set(['CREDENTIALS_WRONG', 'ATTEMPTS_TOO_MANY']));
});

test('whoever guesses is told when to come back, be there an account or not; where the owner was before they get in', async () => {
  const [home, elsewhere] = ['203.0.113.1', '203.0.113.2'];
  await node.call('auth.login', ann2(), { address: home });
  const guess = (email: string) =>
    node
      .call('auth.login', { email, password: 'a guess' }, { address: elsewhere })
      .catch((error: object) => error);
  for (const email of [ann.email, 'nobody@example.org']) {
    const guesses = await Promise.all(Array.from({ length: 11 }, () => guess(email)));
    const refused = guesses.filter((error) => (error as { type: string }).type === 'ATTEMPTS_TOO_MANY');
    expect(refused).toHaveLength(1);
    const { retry_after_s } = (refused[0] as { data: { retry_after_s: number } }).data;
    expect(retry_after_s).toBeGreaterThan(800);
    expect(retry_after_s).toBeLessThanOrEqual(900);
  }
  // The right password makes no difference there.
  expect(await outcomeOf(node.call('auth.login', ann2(), { address: elsewhere }))).toBe('ATTEMPTS_TOO_MANY');
  // An account that many others guess at: all that unknown networks may, they have used up.
  await fixture.auth.query(
    `insert into attempts (id, subject, at) select gen_random_uuid(), $1, now() from generate_series(1, 100)`,
    [limitsOfGuess({ email: ann.email, network: 'any', isKnown: false })[1]!.subject],
  );
  expect(await outcomeOf(node.call('auth.login', ann2(), { address: '203.0.113.3' }))).toBe(
    'ATTEMPTS_TOO_MANY',
  );
  expect(await outcomeOf(node.call('auth.login', ann2(), { address: home }))).toBe('ok');
  await fixture.auth.query('truncate attempts');
});

test('a hash of lower parameters is replaced at the next login, and the password stays', async () => {
  const old = await hash(ann.password, { memoryCost: 8192, timeCost: 1 });
  await fixture.auth.query('update credentials set password_hash = $1 where email = $2', [old, ann.email]);
  expect(await outcomeOf(login(ann.email, 'another password'))).toBe('CREDENTIALS_WRONG');
  const stored = async () => {
    const { rows } = await fixture.auth.query<{ password_hash: string }>(
      'select password_hash from credentials where email = $1',
      [ann.email],
    );
    return rows[0]!.password_hash;
  };
  expect(await stored()).toBe(old);
  await login(ann.email, ann.password);
  expect(await stored()).toMatch(/m=19456,t=2,p=1/);
  expect(await outcomeOf(login(ann.email, ann.password))).toBe('ok');
});

test('nodes that start at the same moment sign with one key', async () => {
  const fresh = await freshWorld();
  try {
    const nodes = await Promise.all([fresh.node(['auth']), fresh.node(['auth'])]);
    // The hourly look for a key that is due makes the first; then it is an hour away.
    await until(async () => (await fresh.auth.query('select from signing_keys')).rowCount);
    await fresh.auth.query('delete from signing_keys');
    const [one] = nodes.map(({ broker }) => broker.getLocalService('auth') as unknown as Service);
    // Each has found no key, and created one.
    const sets = await holding(fresh.auth, 'lock table signing_keys in row exclusive mode', 3, async () => {
      const answers = Promise.all(nodes.map((each) => each.call('auth.jwks', {})));
      await blocked(fresh.auth, 2);
      await rotateWhenDue(one!);
      return answers;
    });
    expect(sets[0]!.keys).toHaveLength(1);
    expect(sets[1]).toEqual(sets[0]);
    expect((await fresh.auth.query('select from signing_keys')).rowCount).toBe(1);
  } finally {
    await fresh.stop();
  }
});

test('a key that was made signs when all know it, and until then the old one does', async () => {
  const other = await fixture.node();
  const kidOf = async (on: Node) => decode((await on.call('auth.login', ann2())).access_token).header.kid;
  const before = await kidOf(node);
  const rotate = () => node.call('auth.rotate_keys', {}, { caller: aCaller('admin') });
  const next = await rotate();
  expect(await rotate()).toEqual(next);
  expect(Date.parse(next.signs_at)).toBeGreaterThan(Date.now() + 10 * 60_000);
  expect((await node.call('auth.jwks', {})).keys.map(({ kid }) => kid).sort()).toEqual(
    [before, next.kid].sort(),
  );
  expect([await kidOf(node), await kidOf(other)]).toEqual([before, before]);

  await fixture.auth.query(`update signing_keys set signs_at = now() where kid = $1`, [next.kid]);
  const later = await fixture.node(); // another reads the keys once a minute
  expect(await kidOf(later)).toBe(next.kid);
  expect((await later.call('auth.jwks', {})).keys).toHaveLength(2);
  await fixture.auth.query(`delete from signing_keys where kid = $1`, [next.kid]);
});

test('a key whose secret is lost only verifies, and another signs', async () => {
  const fresh = await freshWorld();
  try {
    const first = await fresh.node();
    await first.call('auth.register', ann);
    const [old] = (await first.call('auth.jwks', {})).keys;
    await fresh.auth.query(`update signing_keys set private_key = reverse(private_key)`);
    const second = await fresh.node();
    const { access_token } = await second.call('auth.login', ann2());
    const { keys } = await second.call('auth.jwks', {});
    expect(keys).toHaveLength(2);
    expect(keys).toContainEqual(old);
    expect(decode(access_token).header.kid).not.toBe(old!.kid);
  } finally {
    await fresh.stop();
  }
});

test('no private key lies in the clear', async () => {
  const { rows } = await fixture.auth.query<{ private_key: string }>('select private_key from signing_keys');
  for (const { private_key } of rows) expect(private_key).toMatch(/^[\w-]{200,}$/);
});

test('a node that starts later signs with the same key', async () => {
  const other = await fixture.node();
  const [a, b] = [await login(ann.email, ann.password), await other.call('auth.login', ann2())];
  expect(decode(a.access_token).header.kid).toBe(decode(b.access_token).header.kid);
});

const ann2 = () => ({ email: ann.email, password: ann.password });
