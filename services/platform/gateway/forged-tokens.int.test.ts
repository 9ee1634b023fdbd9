// What nobody is let in with, over HTTP: a route that needs a token answers each forgery alike, and runs nothing.
import { world } from '#lib/world';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { connect } from 'node:net';
import { startGateway, type TestGateway } from './fixture.test.ts';
import {
  claimsOf,
  forgedWithoutTheKey,
  KEY_ID,
  platformKeys,
  sealed,
  signedAsNeverByAuth,
} from './token-forgeries.fixture.ts';

const user_id = world.newId();
const genuine = sealed({ alg: 'ES256', typ: 'JWT', kid: KEY_ID }, claimsOf(user_id));
const theirs = forgedWithoutTheKey(user_id);
const misissued = signedAsNeverByAuth(user_id);

let gateway: TestGateway;
/** Whom the service has taken for signed in. */
let accepted: unknown[] = [];
beforeAll(async () => {
  gateway = await startGateway();
  const jwk = { ...platformKeys.publicKey.export({ format: 'jwk' }), kid: KEY_ID, use: 'sig', alg: 'ES256' };
  gateway.handlers['auth.jwks'] = async () => ({ keys: [jwk] });
  gateway.handlers['users.me'] = async ({ meta }) => {
    accepted.push(meta.caller?.user_id);
    return {};
  };
  gateway.handlers['campaigns.list'] = async () => ({ data: [], next_cursor: null });
});
afterAll(() => gateway?.node.stop());
beforeEach(() => {
  accepted = [];
});

const outcome = async (path: string, authorization: string) => {
  const { status, json } = await gateway.ask('GET', path, { authorization });
  return `${status} ${String(json['code'])}`;
};

test('the token that all forgeries imitate is let in', async () => {
  expect(await outcome('/api/users/me', `Bearer ${genuine}`)).toBe('200 undefined');
  expect(accepted).toEqual([user_id]);
});

describe('a token is refused', () => {
  const forgeries = [...theirs, ...misissued];
  /** By what was forged: on a route that needs a token, and on one that does not. */
  const outcomes = new Map<string, string[]>();
  beforeAll(async () => {
    // All at once, as an attacker would: a gateway asks for unknown keys once a second.
    const ask = async ([what, forgery]: [string, string]) =>
      outcomes.set(
        what,
        await Promise.all(
          ['/api/users/me', '/api/campaigns'].map((path) => outcome(path, `Bearer ${forgery}`)),
        ),
      );
    accepted = [];
    await Promise.all(forgeries.map(ask));
    expect(accepted).toEqual([]);
  });

  test.each(forgeries)('%s', (what) => {
    expect(outcomes.get(what)).toEqual(['401 SIGN_IN_REQUIRED', '401 SIGN_IN_REQUIRED']);
  });

  test('each of more than a hundred that differ', () => {
    expect(outcomes.size).toBe(forgeries.length);
    expect(new Set(forgeries.map(([, forgery]) => forgery)).size).toBe(forgeries.length);
    expect(forgeries.length).toBeGreaterThan(100);
  });
});

/** The answer to a request whose header lines are these. */
async function raw(target: string, ...lines: string[]): Promise<string> {
  const socket = connect(gateway.port, '127.0.0.1');
  let text = '';
  socket.on('data', (chunk) => (text += chunk.toString()));
  socket.end([`GET ${target} HTTP/1.1`, 'Host: a', 'Connection: close', ...lines, '', ''].join('\r\n'));
  await once(socket, 'close');
  return `${/^HTTP\/1\.1 (\d+)/.exec(text)?.[1]} ${/"code":"(\w+)"/.exec(text)?.[1]}`;
}

describe('a genuine token lets nobody in', () => {
  const bearer = `Authorization: Bearer ${genuine}`;
  test.each<[string, string, ...string[]]>([
    ['behind a forged one', '/api/users/me', `Authorization: Bearer ${theirs[0]![1]}`, bearer],
    ['before a forged one', '/api/users/me', bearer, `Authorization: Bearer ${theirs[0]![1]}`],
    ['twice', '/api/users/me', bearer, bearer],
    ["behind a proxy's password", '/api/users/me', 'Authorization: Basic YTpi', bearer],
    ['in the query', `/api/users/me?access_token=${genuine}`],
    [
      'in the query beside an empty header',
      `/api/users/me?access_token=${genuine}`,
      'Authorization: Bearer ',
    ],
    ['in a cookie', '/api/users/me', `Cookie: access_token=${genuine}`],
    ['in a header of its own', '/api/users/me', `X-Access-Token: ${genuine}`],
    ['without its scheme', '/api/users/me', `Authorization: ${genuine}`],
    ['under another scheme', '/api/users/me', `Authorization: Token ${genuine}`],
    ['behind two spaces', '/api/users/me', `Authorization: Bearer  ${genuine}`],
    ['behind a tab', '/api/users/me', `Authorization: Bearer\t${genuine}`],
    ['beside another', '/api/users/me', `${bearer}, Bearer ${genuine}`],
    ['in quotes', '/api/users/me', `Authorization: Bearer "${genuine}"`],
    ['with a letter behind it', '/api/users/me', `${bearer}é`],
    ['escaped as in URLs', '/api/users/me', `Authorization: Bearer ${genuine.replaceAll('.', '%2E')}`],
  ])('%s', async (_how, target, ...lines) => {
    expect(await raw(target, ...lines)).toBe('401 SIGN_IN_REQUIRED');
    expect(accepted).toEqual([]);
  });

  test.each([
    ['with its line folded', `Authorization: Bearer`, ` ${genuine}`],
    ['with NUL in it', `${bearer}\0`],
    ['with a line break in it', `${bearer.slice(0, 60)}\n${bearer.slice(60)}`],
  ])('%s: that is no HTTP', async (_how, ...lines) => {
    expect(await raw('/api/users/me', ...lines)).toMatch(/^40[01] /);
    expect(accepted).toEqual([]);
  });
});

test('the other form of a valid signature says the same and no more', async () => {
  const [head = '', body = '', signature = ''] = genuine.split('.');
  const bytes = Buffer.from(signature, 'base64url');
  const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
  const s = order - BigInt(`0x${bytes.subarray(32).toString('hex')}`);
  const other = Buffer.concat([bytes.subarray(0, 32), Buffer.from(s.toString(16).padStart(64, '0'), 'hex')]);
  const token = `${head}.${body}.${other.toString('base64url')}`;
  expect(await outcome('/api/users/me', `Bearer ${token}`)).toBe('200 undefined');
  expect(accepted).toEqual([user_id]);
  const { sid } = JSON.parse(Buffer.from(body, 'base64url').toString()) as { sid: string };
  gateway.handlers['auth.revocations'] = async () => ({
    seq: 1,
    reset: false,
    login_sessions: [{ id: sid }],
    access_tokens: [],
    users: [],
  });
  for (let looks = 0; looks < 500; looks++) {
    if ((await outcome('/api/users/me', `Bearer ${token}`)) === '401 SIGN_IN_REQUIRED') break;
    await world.sleep(20);
  }
  expect(await outcome('/api/users/me', `Bearer ${token}`)).toBe('401 SIGN_IN_REQUIRED');
  expect(await outcome('/api/users/me', `Bearer ${genuine}`)).toBe('401 SIGN_IN_REQUIRED');
});
