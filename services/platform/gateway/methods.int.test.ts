import { world } from '#lib/world';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { bearer, startGateway, type TestGateway } from './fixture.test.ts';

const id = world.newId();

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
  gateway.handlers['campaigns.list'] = async () => ({ data: [], next_cursor: null });
  gateway.handlers['payments.checkout'] = async () => ({ location: 'https://pay.example.org/1' });
  gateway.handlers['sandbox.page'] = async () => ({ html: '<p>Pay</p>', csp: `style-src 'none'` });
  gateway.handlers['totals.stream'] = async () => ({ version: 1 });
});
afterAll(() => gateway?.node.stop());

describe('HEAD', () => {
  test.each([
    ['/api/campaigns', 200],
    ['/api/campaigns?colour=red', 400],
    ['/api/pledges', 401],
    [`/pay/${id}`, 303],
    [`/sandbox/payments/${id}`, 200],
    ['/problems', 200],
    ['/openapi.json', 200],
    ['/livez', 200],
    ['/nowhere', 404],
  ])('has the headers of GET and no body: %s', async (path, status) => {
    const same = { 'x-request-id': 'r' };
    const got = await gateway.ask('GET', path, same);
    const head = await gateway.ask('HEAD', path, same);
    expect([head.status, head.text]).toEqual([status, '']);
    expect({ ...head.headers, date: '' }).toEqual({ ...got.headers, date: '' });
  });

  test('of a stream ends at once', async () => {
    const { status, headers, text } = await gateway.ask('HEAD', `/api/campaigns/${id}/totals/stream`);
    expect([status, headers['content-type'], text]).toEqual([200, 'text/event-stream', '']);
  });

  test('of what can only be sent is not allowed', async () => {
    const { status } = await gateway.ask('HEAD', `/api/pledges/${id}/cancel`, { authorization: bearer() });
    expect(status).toBe(405);
  });
});

describe('OPTIONS', () => {
  test.each([
    ['/api/campaigns', 'GET, HEAD, OPTIONS, POST'],
    ['/api/campaigns/', 'GET, HEAD, OPTIONS, POST'],
    ['/api/campaigns?limit=1', 'GET, HEAD, OPTIONS, POST'],
    [`/api/campaigns/${id}`, 'GET, HEAD, OPTIONS, PATCH'],
    [`/api/pledges/${id}`, 'GET, HEAD, OPTIONS, PUT'],
    [`/api/pledges/${id}/cancel`, 'OPTIONS, POST'],
    [`/pay/${id}`, 'GET, HEAD, OPTIONS'],
    ['/problems/busy', 'GET, HEAD, OPTIONS'],
    ['/.well-known/jwks.json', 'GET, HEAD, OPTIONS'],
    ['/metrics', 'GET, HEAD, OPTIONS'],
  ])('lists what a path takes: %s', async (path, allow) => {
    const { status, headers, text } = await gateway.ask('OPTIONS', path);
    expect([status, headers.allow, text]).toEqual([204, allow, '']);
    expect(headers['x-request-id']).toBeTruthy();
  });

  test('runs nothing, whichever method a browser asks about', async () => {
    let runs = 0;
    gateway.handlers['campaigns.list'] = async () => ({ runs: ++runs });
    const asked = { 'access-control-request-method': 'GET', origin: 'https://else.example' };
    const { status } = await gateway.ask('OPTIONS', '/api/campaigns', asked);
    expect([status, runs]).toEqual([204, 0]);
  });

  test('asked of the server as a whole lists all methods', async () => {
    const { status, headers } = await gateway.ask('OPTIONS', '*');
    expect([status, headers.allow]).toEqual([204, 'DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT']);
  });

  test.each(['/nowhere', '/', '/api/campaigns/1/2/3', '/xwell-known/jwks.json'])(
    'of an unknown path is no route: %s',
    async (path) => {
      const { status, json } = await gateway.ask('OPTIONS', path);
      expect([status, json['code']]).toEqual([404, 'ROUTE_NOT_FOUND']);
    },
  );
});
