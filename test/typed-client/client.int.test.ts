// The client against a real gateway, whose services answer as each test wants.
import { fail } from '#lib/errors';
import { freePort } from '#lib/postgres/postmaster';
import { world } from '#lib/world';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { bearer, startGateway, type TestGateway } from '../../services/platform/gateway/fixture.test.ts';
import { createClient, ok, ProblemError, type Options } from '../../client/src/index.ts';

let gateway: TestGateway;
/** Who callers are, and what they may do. */
let standing: string[];
beforeAll(async () => {
  gateway = await startGateway();
  standing = Object.keys(gateway.handlers);
});
afterAll(() => gateway?.node.stop());

/** What was sent, as `METHOD /path`, with its headers. */
let sent: { what: string; headers: Headers }[] = [];
beforeEach(() => {
  sent = [];
  for (const name of Object.keys(gateway.handlers))
    if (!standing.includes(name)) delete gateway.handlers[name as 'auth.refresh'];
});

const aClient = (options: Partial<Options> = {}) =>
  createClient({
    baseUrl: gateway.url,
    fetch: (request) => {
      const { pathname } = new URL(request.url);
      sent.push({ what: `${request.method} ${pathname}`, headers: request.headers });
      return fetch(request);
    },
    ...options,
  });

const times = (what: string) => sent.filter((one) => one.what === what).length;

/** Refuses `refused` times, then replies. */
function refusing(refused: number, reply: object, code: Parameters<typeof fail>[0] = 'BUSY') {
  let calls = 0;
  return async () => {
    if (++calls <= refused) throw fail(code);
    return reply;
  };
}

const aPledge = { campaign_id: world.newId(), amount: 2500, currency: 'EUR' };
const tokens = (access_token: string) => ({ access_token, refresh_token: 'next', expires_in: 900 });

test('a token that is refused is refreshed once for all requests that found it so', async () => {
  let refreshed = 0;
  gateway.handlers['auth.refresh'] = async ({ params }) => {
    refreshed++;
    expect(params).toEqual({ refresh_token: 'first' });
    return tokens(bearer().slice('Bearer '.length));
  };
  gateway.handlers['users.me'] = async () => ({ id: 'me' });
  const kept: unknown[] = [];
  const client = aClient({ token: 'old', refreshToken: 'first', onTokens: (it) => kept.push(it) });
  const answers = await Promise.all(Array.from({ length: 8 }, () => client.GET('/api/users/me')));
  expect(answers.map(({ data }) => data?.id)).toEqual(Array(8).fill('me'));
  expect([refreshed, times('GET /api/users/me')]).toEqual([1, 16]);
  expect(kept).toMatchObject([{ refresh_token: 'next' }]);
});

test('who signs out is signed out at the platform as well, and its tokens are forgotten even if that fails', async () => {
  let ended = 0;
  gateway.handlers['auth.logout'] = async () => {
    if (++ended > 1) throw fail('INTERNAL_ERROR');
    return {};
  };
  const kept: unknown[] = [];
  const client = aClient({ token: bearer().slice('Bearer '.length), onTokens: (it) => kept.push(it) });
  await client.signOut();
  expect([ended, kept]).toEqual([1, [null]]);
  await client.signOut();
  expect(ended).toBe(1);
  const other = aClient({ token: bearer().slice('Bearer '.length), onTokens: (it) => kept.push(it) });
  await other.signOut();
  expect([ended, kept]).toEqual([2, [null, null, null]]);
});

test('a refresh token that is refused ends the session, and the answer says to sign in', async () => {
  gateway.handlers['auth.refresh'] = refusing(1, {}, 'REFRESH_TOKEN_INVALID');
  const kept: unknown[] = [];
  const client = aClient({ token: 'old', refreshToken: 'stolen', onTokens: (it) => kept.push(it) });
  const refused = ok(client.GET('/api/users/me'));
  await expect(refused).rejects.toMatchObject({
    name: 'ProblemError',
    status: 401,
    code: 'SIGN_IN_REQUIRED',
  });
  expect(kept).toEqual([null]);
  await client.GET('/api/users/me');
  expect(times('POST /api/auth/refresh')).toBe(1);
});

test('a session outlives a platform that is too busy to refresh it', async () => {
  gateway.handlers['auth.refresh'] = refusing(1, tokens(bearer().slice('Bearer '.length)));
  gateway.handlers['users.me'] = async () => ({ id: 'me' });
  const client = aClient({ token: 'old', refreshToken: 'first' });
  expect(await ok(client.GET('/api/users/me'))).toEqual({ id: 'me' });
  expect(times('POST /api/auth/refresh')).toBe(2);
});

test('a wrong password is no reason to refresh a token', async () => {
  gateway.handlers['auth.login'] = refusing(9, {}, 'CREDENTIALS_WRONG');
  const client = aClient({ token: 'old', refreshToken: 'first' });
  const wrong = client.signIn({ email: 'ada@example.org', password: 'wrong' });
  await expect(wrong).rejects.toMatchObject({ code: 'CREDENTIALS_WRONG' });
  expect(sent.map(({ what }) => what)).toEqual(['POST /api/auth/login']);
});

test('a write that takes a key is repeated with the same one when Retry-After says', async () => {
  gateway.handlers['pledges.create'] = refusing(2, { pledge_id: 'p' });
  const began_ms = performance.now();
  const pledge = await ok(aClient().POST('/api/pledges', { body: aPledge }));
  expect(pledge.pledge_id).toBe('p');
  // The gateway says 1 second each time: not sooner, that is all that can be said of a machine that may be slow.
  expect(performance.now() - began_ms).toBeGreaterThan(1950);
  const keys = sent.map(({ headers }) => headers.get('idempotency-key'));
  expect(keys).toEqual([keys[0], keys[0], keys[0]]);
  expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);

  await ok(
    aClient().POST('/api/pledges', { body: aPledge, params: { header: { 'Idempotency-Key': 'mine' } } }),
  );
  expect(sent.at(-1)!.headers.get('idempotency-key')).toBe('mine');
});

test('a read is repeated, four times in all, and then its refusal is the answer', async () => {
  gateway.handlers['campaigns.list'] = refusing(9, {});
  const { error, response } = await aClient().GET('/api/campaigns');
  expect([response.status, error?.code, sent.length]).toEqual([503, 'BUSY', 4]);
});

test('a write that takes no key is never repeated', async () => {
  gateway.handlers['auth.login'] = refusing(9, {});
  const client = aClient();
  const busy = client.signIn({ email: 'ada@example.org', password: 'right' });
  await expect(busy).rejects.toMatchObject({ code: 'BUSY' });
  expect(sent.length).toBe(1);
});

test('whoever aborts a call that waits for another try is free at once', async () => {
  gateway.handlers['campaigns.list'] = refusing(9, {});
  const leaving = new AbortController();
  const client = aClient({
    fetch: async (request) => {
      const answer = await fetch(request);
      leaving.abort(new Error('gone'));
      return answer;
    },
  });
  await expect(client.GET('/api/campaigns', { signal: leaving.signal })).rejects.toThrow('gone');
});

test('a connection that breaks is tried again for what is safe', async () => {
  gateway.handlers['campaigns.list'] = async () => ({ data: [], next_cursor: null });
  const nobody = `http://127.0.0.1:${await freePort()}`;
  let broken = 0;
  const client = aClient({
    fetch: (request) => (++broken <= 2 ? fetch(nobody) : fetch(request)),
  });
  expect(await ok(client.GET('/api/campaigns'))).toEqual({ data: [], next_cursor: null });
  expect(broken).toBe(3);
});

test('a refusal says which fields are wrong, and what is no refusal of ours has no code', async () => {
  const body = { ...aPledge, amount: -1 };
  const refused = (await ok(aClient().POST('/api/pledges', { body })).catch(
    (it: unknown) => it,
  )) as ProblemError;
  expect(refused).toBeInstanceOf(ProblemError);
  expect([refused.status, refused.code]).toEqual([400, 'VALIDATION_FAILED']);
  expect(refused.message).toContain('amount must be');
  expect(refused.problem?.errors?.[0]?.pointer).toBe('/amount');

  const client = aClient({ fetch: async () => new Response('<h1>Bad gateway</h1>', { status: 502 }) });
  const other = ok(client.GET('/api/campaigns'));
  await expect(other).rejects.toMatchObject({
    status: 502,
    code: undefined,
    message: '502: <h1>Bad gateway</h1>',
  });
});

const campaign_id = world.newId();
const figures = (version: number) => ({ campaign_id, total: version * 100, version });

test('totals continue where a broken stream ended, and end with their signal', async () => {
  let version = 1;
  gateway.handlers['totals.stream'] = async () => figures(version);
  const leaving = new AbortController();
  const seen: number[] = [];
  for await (const totals of aClient().totals(campaign_id, { signal: leaving.signal })) {
    seen.push(totals.version);
    version++;
    if (seen.length === 2) gateway.server.closeAllConnections();
    if (seen.length === 4) leaving.abort();
  }
  expect(seen).toEqual([1, 2, 3, 4]);
  const ids = sent.map(({ headers }) => headers.get('last-event-id'));
  expect(ids).toEqual([null, '2']);
});

test('leaving the loop closes the stream', async () => {
  gateway.handlers['totals.stream'] = async () => figures(1);
  const { streams } = gateway.node.getLocalService('gateway') as unknown as { streams: { count: number } };
  for await (const totals of aClient().totals(campaign_id)) {
    expect([totals.total, streams.count]).toEqual([100, 1]);
    break;
  }
  while (streams.count > 0) await world.sleep(5);
});

test('totals of an unknown campaign are refused', async () => {
  gateway.handlers['totals.stream'] = refusing(9, {}, 'CAMPAIGN_NOT_FOUND');
  const first = aClient().totals(campaign_id).next();
  await expect(first).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_FOUND' });
});
