import { metricsOf } from '#lib/metrics';
import { world } from '#lib/world';
import { until } from '#test/platform';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Agent, type Server } from 'node:http';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { Gauge } from 'prom-client';
import { ask, startGateway, type TestGateway } from './fixture.test.ts';

const headers = { 'content-type': 'application/json' };
const LIMIT = 100 * 1024;

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await startGateway();
  gateway.handlers['auth.login'] = async () => ({});
});
afterAll(() => gateway.node.stop());

const login = (body: string | Buffer, more: object = {}) =>
  gateway.ask('POST', '/api/auth/login', { ...headers, ...more }, body);
const padded = (length: number) => {
  const body = '{"email":"ann@example.org","password":"p"}';
  return body + ' '.repeat(length - body.length);
};
const nested = (depth: number) => `{"a":${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}}`;

describe('a body', () => {
  test('may have 100 kB and not one byte more, announced or not', async () => {
    expect((await login(padded(LIMIT))).status).toBe(200);
    expect((await login(padded(LIMIT + 1))).json['code']).toBe('BODY_TOO_LARGE');
    const chunked = { 'transfer-encoding': 'chunked' };
    expect((await login(padded(LIMIT), chunked)).status).toBe(200);
    expect((await login(padded(LIMIT + 1), chunked)).json['code']).toBe('BODY_TOO_LARGE');
  });

  test.each([{}, { 'transfer-encoding': 'chunked' }])(
    'of 9 MB is refused with a problem, and the connection stays open: %j',
    async (how) => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      const options = { method: 'POST', path: '/api/auth/login', port: gateway.port, agent };
      const big = await ask({ ...options, headers: { ...headers, ...how } }, Buffer.alloc(9_000_000));
      expect([big.status, big.json['code']]).toEqual([413, 'BODY_TOO_LARGE']);
      const next = await ask({ ...options, headers }, padded(60));
      expect(next.status).toBe(200);
      agent.destroy();
    },
  );

  test('of 9 MB is refused with a problem that fetch can read', async () => {
    const body = new Uint8Array(9_000_000);
    const answer = await fetch(`${gateway.url}/api/auth/login`, { method: 'POST', headers, body });
    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject({ code: 'BODY_TOO_LARGE' });
  });

  test('may be nested 32 deep and not 33', async () => {
    expect((await login(nested(32))).json['code']).toBe('VALIDATION_FAILED');
    expect((await login(nested(33))).json['code']).toBe('BODY_UNREADABLE');
    expect((await login(nested(49_000))).json['code']).toBe('BODY_UNREADABLE');
    expect((await login('{"a":'.repeat(15_000))).json['code']).toBe('BODY_UNREADABLE');
  });

  test.each<[string, string | Buffer, object]>([
    ['cut off', '{"email":"ann@example.org","pass', {}],
    ['a list', '[]', {}],
    ['null', 'null', {}],
    ['a string', '"a"', {}],
    ['not UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]), {}],
    ['with a byte order mark', `\ufeff${padded(60)}`, {}],
  ])('is not readable when it is %s', async (_, body, more) => {
    const { status, json } = await login(body, more);
    expect([status, json['code'], json['message']]).toEqual([400, 'BODY_UNREADABLE', expect.any(String)]);
  });

  test.each<[string, string | Buffer, object]>([
    ['gzipped', gzipSync(padded(60)), { 'content-encoding': 'gzip' }],
    ['declared as gzipped', padded(60), { 'content-encoding': 'GZIP' }],
    ['encoded twice', padded(60), { 'content-encoding': 'identity, br' }],
  ])('that is %s is refused with what would do', async (_, body, more) => {
    const { status, json, headers } = await login(body, more);
    expect([status, json['code'], headers['accept-encoding']]).toEqual([415, 'BODY_ENCODED', 'identity']);
  });

  test.each<[string, string, object]>([
    ['a form', 'email=a&password=b', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['of no type', padded(60), { 'content-type': '' }],
    ['of nearly the type', padded(60), { 'content-type': 'application/jsonp' }],
  ])('that is %s is refused with the type that would do', async (_, body, more) => {
    const { status, json, headers } = await login(body, more);
    expect([status, json['code'], json['expected'], headers.accept]).toEqual([
      415,
      'BODY_TYPE_UNSUPPORTED',
      'application/json',
      'application/json',
    ]);
  });

  test.each(['application/json; charset=utf-8', 'Application/JSON'])('may be %s', async (type) => {
    expect((await login(padded(60), { 'content-type': type })).status).toBe(200);
  });

  test('that never arrives in full costs only its connection', async () => {
    const before = await metric(499);
    const socket = connect(gateway.port, '127.0.0.1');
    const head = [
      'POST /api/auth/login HTTP/1.1',
      'Host: a',
      'Content-Type: application/json',
      'Content-Length: 50',
    ];
    socket.write(`${head.join('\r\n')}\r\n\r\n{"email"`);
    await until(async () => (await connections(gateway.server)) > 0);
    socket.destroy();
    await until(async () => (await metric(499)) === before + 1);
    expect((await login(padded(60))).status).toBe(200);
  });
});

describe('the gateway itself', () => {
  test('is alive, and is ready once every service answers', async () => {
    expect((await gateway.ask('GET', '/livez')).json).toEqual({ status: 'live' });
    const { status, json } = await gateway.ask('GET', '/readyz');
    const names =
      'auth campaigns ops payments permissions pledges receipts sandbox subscriptions totals users';
    const ok = Object.fromEntries(names.split(' ').map((name) => [name, 'ok']));
    expect([status, json]).toEqual([200, { status: 'ready', checks: ok }]);
    expect((await gateway.ask('GET', '/health')).json).toEqual(json);
  });

  test.each<[string, () => Promise<unknown>]>([
    ['fails', () => Promise.reject(new Error('no database'))],
    ['does not answer', () => new Promise(() => {})],
  ])('is not ready while a service %s', async (_, check) => {
    gateway.health.check = (service) => (service === 'totals' ? check() : Promise.resolve());
    const { status, json } = await gateway.ask('GET', '/readyz');
    gateway.health.check = async () => null;
    expect([status, json]).toMatchObject([
      503,
      { status: 'not ready', checks: { totals: 'unavailable', pledges: 'ok' } },
    ]);
  });

  test('asks each service once, however many requests come', async () => {
    let [asks, requests] = [0, 0];
    gateway.server.on('request', () => requests++);
    gateway.health.check = (service) => (service === 'totals' && asks++, until(() => requests === 10));
    await Promise.all(Array.from({ length: 10 }, () => gateway.ask('GET', '/readyz')));
    gateway.health.check = async () => null;
    expect(asks).toBeLessThan(10);
  });

  test('is not ready while an action behind a route is missing, and ignores disabled services', async () => {
    const other = await startGateway({}, { disabled_services: ['sandbox'], missing: ['campaigns.publish'] });
    expect((await other.ask('GET', '/readyz')).json['checks']).not.toHaveProperty('sandbox');
    expect((await other.ask('POST', `/sandbox/payments/${world.newId()}/capture`)).status).toBe(404);
    expect((await other.ask('GET', '/readyz')).json).toMatchObject({
      checks: { campaigns: 'unavailable', pledges: 'ok' },
    });
    const publish = await other.askSignedIn('POST', `/api/campaigns/${world.newId()}/publish`);
    expect([publish.status, publish.json['code']]).toEqual([503, 'UNAVAILABLE']);
    await other.node.stop();
  });

  test('describes its API and its messages', async () => {
    const { status, json } = await gateway.ask('GET', '/openapi.json');
    expect([status, json['openapi']]).toEqual([200, '3.1.0']);
    const described = await gateway.ask('GET', '/asyncapi.json');
    expect([described.status, described.json['asyncapi']]).toEqual([200, '3.0.0']);
  });

  test('survives a metric that can not be read', async () => {
    const broken = await startGateway();
    const collect = () => Promise.reject(new Error('no database'));
    new Gauge({ name: 'broken', help: 'broken', registers: [metricsOf(broken.node)], collect });
    expect((await broken.ask('GET', '/metrics')).json['code']).toBe('INTERNAL_ERROR');
    expect((await broken.ask('GET', '/livez')).status).toBe(200);
    await broken.node.stop();
  });

  test('counts responses by the pattern of the route', async () => {
    await gateway.ask('GET', `/api/campaigns/${world.newId()}/totals`);
    await gateway.ask('GET', '/nowhere');
    const lines = (await gateway.ask('GET', '/metrics')).text.split('\n');
    const line = (start: string) => lines.find((one) => one.startsWith(start));
    const route = '/api/campaigns/:campaign_id/totals';
    expect(line(`http_requests_total{route="${route}",method="GET",status="200"} 1`)).toBeDefined();
    expect(line('http_requests_total{route="none",method="GET",status="404"} ')).toBeDefined();
    expect(line('http_request_duration_seconds_bucket{le="0.001",route="/livez"')).toBeDefined();
    expect(line('process_resident_memory_bytes ')).toBeDefined();
  });
});

const connections = (server: Server) =>
  new Promise<number>((resolve) => server.getConnections((_, count) => resolve(count)));

async function metric(status: number): Promise<number> {
  const { text } = await gateway.ask('GET', '/metrics');
  return Number(new RegExp(`login",method="POST",status="${status}"} (\\d+)`).exec(text)?.[1] ?? 0);
}
