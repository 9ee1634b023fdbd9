import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fail } from '#lib/errors';
import { world } from '#lib/world';
import { startGateway, type TestGateway } from './fixture.test.ts';

const id = world.newId();
const OURS = 'https://give.example';

let gateway: TestGateway;
let seen: unknown;
beforeAll(async () => {
  gateway = await startGateway(
    {},
    { cors_origins: [OURS, 'http://localhost:3000'], public_url: 'https://api.give.example' },
  );
  gateway.handlers['campaigns.list'] = async () => ({ data: [], next_cursor: null });
  gateway.handlers['campaigns.get'] = async () => ({ id, version: 7, title: 'A well' });
  gateway.handlers['campaigns.update'] = async ({ meta }) => (
    (seen = meta.if_match),
    { id, version: 8, title: 'A well' }
  );
  gateway.handlers['totals.stream'] = async () => ({ version: 1 });
  gateway.handlers['sandbox.page'] = async () => ({ html: '<p>Pay</p>', csp: `style-src 'none'` });
});
afterAll(() => gateway?.node.stop());

test.each(['/api/campaigns', '/nowhere', '/livez', '/problems', `/sandbox/payments/${id}`, '/openapi.json'])(
  'every answer has its request id and what browsers need to be safe: %s',
  async (path) => {
    const { headers } = await gateway.ask('GET', path, { 'x-request-id': 'mine' });
    expect(headers).toMatchObject({
      'x-request-id': 'mine',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
      'referrer-policy': expect.stringMatching(/^(no-referrer|same-origin)$/),
      'cross-origin-resource-policy': 'same-origin',
      'strict-transport-security': 'max-age=63072000; includeSubDomains',
    });
  },
);

test('without TLS nothing says that there is', async () => {
  const plain = await startGateway();
  expect((await plain.ask('GET', '/livez')).headers).not.toHaveProperty('strict-transport-security');
  await plain.node.stop();
});

describe('a page of another origin', () => {
  test.each(['/api/campaigns', `/api/campaigns/${id}/totals/stream`, '/nowhere'])(
    'that is listed may read answers: %s',
    async (path) => {
      const { headers } = await gateway.ask('HEAD', path, { origin: OURS });
      expect(headers).toMatchObject({
        'access-control-allow-origin': OURS,
        vary: expect.stringMatching(/^Origin/),
      });
      expect(headers['access-control-expose-headers']).toContain('RateLimit, RateLimit-Policy, Retry-After');
      expect(headers).not.toHaveProperty('access-control-allow-credentials');
    },
  );

  test('that is listed may send what the route takes', async () => {
    const asked = { origin: OURS, 'access-control-request-method': 'PATCH' };
    const { status, headers } = await gateway.ask('OPTIONS', `/api/campaigns/${id}`, asked);
    expect([status, headers]).toMatchObject([
      204,
      {
        'access-control-allow-origin': OURS,
        'access-control-allow-methods': 'GET, HEAD, OPTIONS, PATCH',
        'access-control-allow-headers': expect.stringContaining('Authorization'),
        'access-control-max-age': '600',
      },
    ]);
  });

  test.each(['https://give.example.evil.example', 'http://give.example', 'null'])(
    'that is not may do neither: %s',
    async (origin) => {
      const asked = { origin, 'access-control-request-method': 'GET' };
      for (const method of ['GET', 'OPTIONS']) {
        const { headers } = await gateway.ask(method, '/api/campaigns', asked);
        expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
        expect(headers.vary).toBe('Origin');
      }
    },
  );

  test('may be anybody’s where the operator says so, and nobody’s where they say nothing', async () => {
    const [all, none] = [await startGateway({}, { cors_origins: ['*'] }), await startGateway()];
    const asked = { origin: 'https://any.example' };
    expect((await all.ask('GET', '/livez', asked)).headers['access-control-allow-origin']).toBe('*');
    expect((await none.ask('GET', '/livez', asked)).headers).not.toHaveProperty(
      'access-control-allow-origin',
    );
    await Promise.all([all.node.stop(), none.node.stop()]);
  });
});

describe('an ETag', () => {
  test('is of the bytes, and who has them gets 304 without a body', async () => {
    const { headers, text } = await gateway.ask('GET', `/api/campaigns/${id}`);
    expect([headers.etag, headers['cache-control']]).toEqual([
      expect.stringMatching(/^"7-[\w-]{22}"$/),
      'no-cache',
    ]);
    for (const known of [headers.etag!, `"other", W/${headers.etag}`, '*']) {
      const again = await gateway.ask('GET', `/api/campaigns/${id}`, { 'if-none-match': known });
      expect([again.status, again.text, again.headers.etag]).toEqual([304, '', headers.etag]);
      expect(again.headers).not.toHaveProperty('content-type');
    }
    const other = await gateway.ask('GET', `/api/campaigns/${id}`, { 'if-none-match': '"7"' });
    expect([other.status, other.text]).toEqual([200, text]);
    expect((await gateway.ask('GET', '/openapi.json')).headers.etag).toMatch(/^"[\w-]{22}"$/);
  });

  test('is no reason to say that a change was not made', async () => {
    const known = { 'if-none-match': '*' };
    const changed = await gateway.askSignedIn('PATCH', `/api/campaigns/${id}`, {}, known);
    expect([changed.status, changed.headers.etag]).toEqual([200, expect.stringMatching(/^"8-/)]);
  });

  test.each([
    ['that of GET', '', [7]],
    ['one of several', '"x", "3-aaaaaaaaaaaaaaaaaaaaaa", ', [3, 7]],
    ['one that is weak', 'W/', []],
    ['any', '*', undefined],
    ['none of ours', '"x"', []],
    ['no tag at all', '7', []],
  ])('is checked where the change is made, by its version: %s', async (what, before, versions) => {
    const { headers } = await gateway.ask('GET', `/api/campaigns/${id}`);
    const isAlone = ['any', 'none of ours', 'no tag at all'].includes(what);
    const match = isAlone ? before : `${before}${headers.etag}`;
    const changed = await gateway.askSignedIn('PATCH', `/api/campaigns/${id}`, {}, { 'if-match': match });
    expect(changed.headers.etag).toMatch(/^"8-/);
    expect(seen).toEqual(versions);
  });
});

test('a path that takes other methods says which', async () => {
  const { status, headers, json } = await gateway.ask('DELETE', '/api/campaigns');
  expect([status, json['code'], headers.allow]).toEqual([
    405,
    'METHOD_NOT_ALLOWED',
    'GET, HEAD, OPTIONS, POST',
  ]);
});

test('what is optional does not fail because of a header that is for a proxy', async () => {
  const { status } = await gateway.ask('GET', '/api/campaigns', { authorization: 'Basic YTpi' });
  expect(status).toBe(200);
  const needed = await gateway.ask('GET', '/api/pledges', { authorization: 'Basic YTpi' });
  expect(needed.json['code']).toBe('SIGN_IN_REQUIRED');
});

test('text and addresses reach services in one form, however they were typed', async () => {
  let params: unknown;
  gateway.handlers['pledges.create'] = async (ctx) => ((params = ctx.params), { pledge_id: id });
  gateway.handlers['auth.login'] = async (ctx) => ((params = ctx.params), {});
  gateway.handlers['campaigns.list'] = async (ctx) => ((params = ctx.params), { data: [] });
  const donor = { name: 'Zoe\u0308', email: 'Zoe@bu\u0308cher.example' };
  await gateway.askSignedIn('POST', '/api/pledges', { campaign_id: id, amount: 5, currency: 'EUR', donor });
  expect(params).toMatchObject({ donor: { name: 'Zoë', email: 'Zoe@xn--bcher-kva.example' } });
  await gateway.askSignedIn('POST', '/api/auth/login', {
    email: 'a@xn--BCHER-kva.example',
    password: 'e\u0301',
  });
  expect(params).toEqual({ email: 'a@xn--bcher-kva.example', password: 'é' });
  await gateway.ask('GET', `/api/campaigns?q=${encodeURIComponent('e\u0301')}`);
  expect(params).toEqual({ q: 'é' });
});

test('a refusal says when what came too often may come again', async () => {
  gateway.handlers['totals.get'] = () => Promise.reject(fail('TOO_MANY_PLEDGES', { retry_after_s: 7 }));
  const { status, headers } = await gateway.ask('GET', `/api/campaigns/${id}/totals`);
  expect([status, headers['retry-after']]).toEqual([429, '7']);
});
