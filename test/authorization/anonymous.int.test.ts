// Who has no token that is good gets nowhere that is not for anyone, and nobody gets to what is internal.
import { world } from '#lib/world';
import {
  allActions,
  closedActions,
  internalActions,
  routedActions,
  type CalledAction,
} from '#test/authorization/actions';
import { paramsOf } from '#test/authorization/samples';
import { client, type Answer, type Sending } from '#test/client';
import { OPERATOR_KEY, startTestPlatform, until, type TestPlatform } from '#test/platform';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform?.stop());

const MINUTE_MS = 60_000;
// An access token lives 15 minutes.
const EXPIRED_MS = 16 * MINUTE_MS;

/** A token of a login session, and one of a program that ends in a minute. */
async function twoTokens() {
  const api = client(platform.url);
  const account = { email: `${world.newId()}@example.org`, password: `pass ${world.newId()}`, name: 'Ann' };
  const { access_token } = await api.call('auth.register', account);
  const wish = {
    name: 'Program',
    permissions: ['account:read' as const],
    expires_at: new Date(world.nowMs() + MINUTE_MS).toISOString(),
  };
  const program = await client(platform.url, access_token).call('auth.create_access_token', wish);
  return { session: access_token, program: program.token, program_id: program.id };
}

/** The same, as it was made a quarter of an hour ago: both have expired since. */
async function expiredTokens() {
  const real = { now: world.now, nowMs: world.nowMs };
  const [nowMs, now] = [jest.spyOn(world, 'nowMs'), jest.spyOn(world, 'now')];
  nowMs.mockImplementation(() => real.nowMs() - EXPIRED_MS);
  now.mockImplementation(() => new Date(real.nowMs() - EXPIRED_MS).toISOString());
  const tokens = await twoTokens();
  nowMs.mockRestore();
  now.mockRestore();
  return tokens;
}

/** Tokens that were good until their owner ended them. */
async function endedTokens() {
  const tokens = await twoTokens();
  const api = client(platform.url, tokens.session);
  await api.call('auth.revoke_access_token', { id: tokens.program_id });
  await api.send('POST', '/api/auth/logout', { body: {} });
  for (const token of [tokens.session, tokens.program])
    await until(async () => (await client(platform.url, token).get('/api/users/me')).status === 401);
  return tokens;
}

const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');

/** The same claims without a signature, as RFC 8725 (3.1) warns of. */
function unsigned(token: string): string {
  const [, claims = ''] = token.split('.');
  return `${encoded({ alg: 'none', typ: 'JWT' })}.${claims}.`;
}

/** What may be sent as Authorization. */
async function badTokens(): Promise<[what: string, authorization: string | undefined][]> {
  const [expired, ended, good] = [await expiredTokens(), await endedTokens(), await twoTokens()];
  const bearer = (token: string) => `Bearer ${token}`;
  const [head, claims, signature = ''] = good.session.split('.');
  return [
    ['no token', undefined],
    ['another scheme', `Basic ${Buffer.from('ann:pass').toString('base64')}`],
    ['an expired token', bearer(expired.session)],
    ['an expired token of a program', bearer(expired.program)],
    ['a token of who has signed out', bearer(ended.session)],
    ['a revoked token of a program', bearer(ended.program)],
    ['a token with another signature', bearer(`${head}.${claims}.${signature.split('').reverse().join('')}`)],
    ['a token without a signature', bearer(unsigned(good.session))],
    ['a token for programs that there is not', bearer(`cw_${'x'.repeat(43)}`)],
    ["what is not the operator's key", bearer('x'.repeat(OPERATOR_KEY.length))],
    ['garbage', bearer('none')],
    ['nothing after the scheme', 'Bearer'],
  ];
}

const good = ({ name, params }: CalledAction, sending: Sending) =>
  client(platform.url).ask(name, paramsOf(params), {
    headers: { 'idempotency-key': world.newId(), ...sending.headers },
  });

/** Wrong in all that a request can be wrong in. */
const bad = ({ method, path }: CalledAction, { headers }: Sending) =>
  client(platform.url).send(method, `${path.replaceAll(/:\w+/g, 'none')}?limit=none`, {
    ...(method !== 'GET' && { body: '{"a":' }),
    headers: {
      'idempotency-key': 'x'.repeat(300),
      'if-match': 'none',
      'content-encoding': 'gzip',
      ...headers,
    },
  });

const isRefused = ({ status, body, headers }: Answer) =>
  status === 401 && body['code'] === 'SIGN_IN_REQUIRED' && headers.has('www-authenticate');

test(`who has no good token is asked to sign in, whatever else is wrong: 12 × ${2 * closedActions.length} = ${24 * closedActions.length}`, async () => {
  const found: string[] = [];
  const tokens = await badTokens();
  const hold = async (action: CalledAction, what: string, authorization: string | undefined) => {
    for (const ask of [good, bad]) {
      const answer = await ask(action, { headers: authorization === undefined ? {} : { authorization } });
      if (!isRefused(answer)) found.push(`${action.name} with ${what}: ${answer.status}`);
    }
  };
  for (const action of closedActions) await Promise.all(tokens.map((token) => hold(action, ...token)));
  expect(found).toEqual([]);
  expect(tokens).toHaveLength(12);
});

test('a HEAD is asked to sign in as the GET that it stands for', async () => {
  for (const { path } of closedActions.filter(({ method }) => method === 'GET')) {
    const url = platform.url + path.replaceAll(/:\w+/g, () => world.newId());
    expect([path, (await fetch(url, { method: 'HEAD' })).status]).toEqual([path, 401]);
  }
});

test('what is for anyone refuses a token that is bad, or does not look at it', async () => {
  const open = routedActions.filter(({ permission }) => permission === 'anyone');
  const found: string[] = [];
  for (const action of open.filter(({ security }) => security !== 'none')) {
    const answer = await good(action, { headers: { authorization: 'Bearer none' } });
    if (!isRefused(answer)) found.push(action.name);
  }
  expect(found).toEqual([]);
});

/** How a client might guess the way to an action. */
const guessesOf = (name: string) => {
  const path = name.replace('.', '/');
  return [`/api/${path}`, `/api/${name}`, `/${path}`, `/${name}`, `/api/$node/../${path}`, `/api/v1/${path}`];
};

test(`no way over HTTP leads to what is internal, also for the operator: ${internalActions.length} actions`, async () => {
  const operator = client(platform.url, OPERATOR_KEY);
  const found: string[] = [];
  for (const { name, params } of internalActions)
    for (const path of guessesOf(name))
      for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']) {
        const { status } = await operator.send(
          method,
          path,
          method === 'GET' ? {} : { body: paramsOf(params) },
        );
        if (status < 400) found.push(`${method} ${path}: ${status}`);
      }
  expect(found).toEqual([]);
});

// One that says nothing does not compile (test/contracts.types.ts), and a route to an internal one ends the start
// (services/platform/gateway/routes.unit.test.ts).
test('every action says who may call it: a permission, anyone, or internal', () => {
  expect(allActions.filter(({ permission }) => !permission)).toEqual([]);
});
