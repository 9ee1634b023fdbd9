import { noRateLimits } from '#config.door';
import { startTestRedis, type TestRedis } from '#test/redis';
import { until } from '#test/platform';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { bearer, startGateway, type TestGateway } from './fixture.test.ts';

let redis: TestRedis;
const gateways: TestGateway[] = [];
beforeAll(async () => {
  redis = await startTestRedis();
});
afterAll(async () => {
  await Promise.all(gateways.map(({ node }) => node.stop()));
  await redis?.stop();
});

async function limited(
  rate_limits: Partial<typeof noRateLimits>,
  settings: Parameters<typeof startGateway>[1] = {},
) {
  const gateway = await startGateway({}, { rate_limits: { ...noRateLimits, ...rate_limits }, ...settings });
  gateway.handlers['campaigns.list'] = gateway.handlers['pledges.list'] = async () => ({ data: [] });
  gateways.push(gateway);
  return gateway;
}

const signedIn = () => ({ authorization: bearer() });
const list = (gateway: TestGateway, headers = {}) => gateway.ask('GET', '/api/campaigns', headers);

describe('a client without a token', () => {
  test('is told what is left, and refused by address once nothing is', async () => {
    const gateway = await limited({ anonymous: 3 });
    const headers = [];
    for (let i = 0; i < 3; i++) headers.push((await list(gateway)).headers);
    expect(headers.map((each) => each['ratelimit'])).toEqual([
      expect.stringMatching(/^"anonymous";r=2;t=20$/),
      expect.stringMatching(/^"anonymous";r=1;t=(39|40)$/),
      expect.stringMatching(/^"anonymous";r=0;t=(19|20)$/),
    ]);
    expect(headers[0]!['ratelimit-policy']).toBe('"anonymous";q=3;w=60');
    // Whatever they write into their headers, and whatever they ask for.
    for (const [path, forged] of [
      [
        '/api/campaigns',
        { 'x-forwarded-for': '192.0.2.1', 'x-real-ip': '192.0.2.2', forwarded: 'for=192.0.2.3' },
      ],
      ['/api/pledges', { authorization: `${bearer()}x` }],
      ['/openapi.json', {}],
      ['/nowhere', {}],
      ['/api/campaigns', { authorization: 'Basic YTpi' }],
    ] as const) {
      const refused = await gateway.ask('GET', path, forged);
      expect([refused.status, refused.json['code'], refused.json['policy']]).toEqual([
        429,
        'TOO_MANY_REQUESTS',
        'anonymous',
      ]);
      expect(refused.headers['retry-after']).toMatch(/^(19|20)$/);
    }
  });

  test('keeps nobody else out: who is signed in, who watches over the platform, and providers', async () => {
    const gateway = await limited({ anonymous: 1, user: 5, gateway: 100 });
    await list(gateway);
    expect((await list(gateway)).status).toBe(429);
    expect((await list(gateway, signedIn())).headers['ratelimit']).toMatch(/^"user";r=4;/);
    gateway.handlers['payments.receive_webhook'] = async () => ({ outcome: 'applied' });
    for (const path of ['/livez', '/readyz', '/health', '/metrics'])
      expect((await gateway.ask('GET', path)).status).toBe(200);
    expect((await gateway.ask('POST', '/api/payments/webhooks/sandbox', {}, '{}')).status).toBe(200);
    expect((await gateway.ask('OPTIONS', '/api/campaigns')).status).toBe(204);
  });
});

test('who signs in is limited by address, more strictly, with a token as without', async () => {
  const gateway = await limited({ anonymous: 100, user: 100, sign_in: 2 });
  gateway.handlers['auth.login'] = async () => ({});
  const headers = { 'content-type': 'application/json' };
  const login = (more = {}) =>
    gateway.ask(
      'POST',
      '/api/auth/login',
      { ...headers, ...more },
      '{"email":"a@example.org","password":"p"}',
    );
  expect((await login()).headers['ratelimit']).toMatch(/^"sign_in";r=1;/);
  expect((await login(signedIn())).status).toBe(200);
  expect((await login()).json).toMatchObject({ code: 'TOO_MANY_REQUESTS', policy: 'sign_in' });
  expect((await list(gateway)).status).toBe(200);
});

test('all clients together are told to come again in a second, but for who watches over the platform', async () => {
  const gateway = await limited({ gateway: 1 });
  const answers = await Promise.all(Array.from({ length: 20 }, () => list(gateway)));
  const refused = answers.filter(({ status }) => status !== 200);
  expect(refused.length).toBeGreaterThan(0);
  for (const { status, json, headers } of refused)
    expect([status, json['code'], headers['retry-after']]).toEqual([503, 'BUSY', '1']);
  expect((await gateway.ask('GET', '/readyz')).status).toBe(200);
});

describe('with a Redis', () => {
  const redisOf = async (gateway: TestGateway) => {
    const { status, json } = await gateway.ask('GET', '/readyz');
    return [status, (json['checks'] as Record<string, string>)['redis']];
  };

  test('two gateways count together; while it is away each counts alone, and the platform is ready', async () => {
    const settings = { redis_url: redis.url };
    const [one, two] = [await limited({ user: 40 }, settings), await limited({ user: 40 }, settings)];
    for (const each of [one, two]) await until(async () => (await redisOf(each))[1] === 'ok');
    const both = await Promise.all(Array.from({ length: 60 }, (_, i) => list(i % 2 ? one : two, signedIn())));
    expect(both.filter(({ status }) => status === 200)).toHaveLength(40);
    expect((await list(one, signedIn())).headers['ratelimit']).toMatch(/^"user";r=0;t=\d+$/);

    await redis.kill();
    for (const each of [one, two]) await until(async () => (await redisOf(each))[1] === 'unavailable');
    expect(await redisOf(one)).toEqual([200, 'unavailable']);
    // Each has let in about half by itself.
    expect((await list(one, signedIn())).status).toBe(200);
    const alone = await Promise.all(Array.from({ length: 60 }, () => list(one, signedIn())));
    expect(alone.filter(({ status }) => status === 429).length).toBeGreaterThan(0);

    await redis.restart();
    for (const each of [one, two]) await until(async () => (await redisOf(each))[1] === 'ok');
    // It forgot all: two lets in again what it knows nothing against.
    expect((await list(two, signedIn())).status).toBe(200);
  });

  test('a value of somebody else’s under a key does no harm', async () => {
    const gateway = await limited({ anonymous: 5 }, { redis_url: redis.url });
    await until(async () => (await redisOf(gateway))[1] === 'ok');
    await redis.redis.rpush('limit:anonymous:127.0.0.1', 'a list');
    expect((await list(gateway)).headers['ratelimit']).toMatch(/^"anonymous";r=4;/);
    expect(await redis.redis.pttl('limit:anonymous:127.0.0.1')).toBeGreaterThan(0);
  });
});
