import { permissionsOf } from '#test/callers';
import { errors } from '#contracts';
import { fail } from '#lib/errors';
import { world } from '#lib/world';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { bearer, startGateway, user_id, type TestGateway } from './fixture.test.ts';

const id = world.newId();
const pledge = { campaign_id: id, amount: 500, currency: 'EUR' };
const json = { 'content-type': 'application/json' };

let gateway: TestGateway;
/** The params and meta that reached an action, of the last request. */
let received: { params: unknown; meta: unknown; requestID: unknown } | undefined;

beforeAll(async () => {
  gateway = await startGateway();
  const { handlers } = gateway;
  handlers['pledges.list'] =
    handlers['pledges.cancel'] =
    handlers['campaigns.list'] =
      async (ctx) => {
        received = { params: ctx.params, meta: ctx.meta, requestID: ctx.requestID };
        return { data: [], next_cursor: null };
      };
  handlers['pledges.create'] = async (ctx) => {
    received = { params: ctx.params, meta: ctx.meta, requestID: ctx.requestID };
    return { pledge_id: id };
  };
});
beforeEach(() => {
  received = undefined;
});
afterAll(() => gateway.node.stop());

describe('an answer', () => {
  test('to a creation is 201 and has the location of what was created', async () => {
    const { status, headers, json } = await gateway.askSignedIn('POST', '/api/pledges', pledge);
    expect([status, headers.location, json]).toEqual([201, `/api/pledges/${id}`, { pledge_id: id }]);
    expect(headers['content-type']).toBe('application/json');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['x-powered-by']).toBeUndefined();
  });

  test('that redirects is 303', async () => {
    gateway.handlers['payments.checkout'] = async () => ({ location: 'https://pay.example.org/1' });
    const { status, headers } = await gateway.ask('GET', `/pay/${id}`);
    expect([status, headers.location]).toEqual([303, 'https://pay.example.org/1']);
  });

  test('is JSON even where the result looks like a buffer', async () => {
    gateway.handlers['totals.get'] = async () => ({ type: 'Buffer', data: [60, 98, 62] });
    const { headers, json } = await gateway.ask('GET', `/api/campaigns/${id}/totals`);
    expect([headers['content-type'], json]).toEqual([
      'application/json',
      { type: 'Buffer', data: [60, 98, 62] },
    ]);
  });
});

describe('params', () => {
  test('of the query are converted to the types of the contract', async () => {
    await gateway.askSignedIn('GET', '/api/pledges?limit=5&cursor=a%20b+c');
    expect(received?.params).toEqual({ limit: 5, cursor: 'a b c' });
  });

  test('come from the path, the body and the caller', async () => {
    await gateway.askSignedIn('POST', `/api/pledges/${id}/cancel`);
    expect(received).toMatchObject({
      params: { id },
      meta: { idempotency_key: 'k' },
    });
    expect((received?.meta as { caller: unknown }).caller).toMatchObject({
      user_id,
      login_session_id: 's',
      permissions: permissionsOf('member'),
    });
  });

  const body = JSON.stringify(pledge);
  test.each([
    ['POST', '/api/pledges?amount=1', body, '/amount'],
    ['POST', '/api/pledges?other=1', body, '/other'],
    ['POST', `/api/pledges/${id}/cancel`, `{"id":"${id}"}`, '/id'],
    ['POST', '/api/pledges', `{"__proto__":{"admin":true},${body.slice(1)}`, '/__proto__'],
    ['POST', '/api/pledges', `{"constructor":{"prototype":{}},${body.slice(1)}`, '/constructor'],
    ['POST', '/api/pledges', `{"message":{"a":[{"__proto__":1}]},${body.slice(1)}`, '/message/a/0/__proto__'],
    ['POST', '/api/pledges', JSON.stringify({ ...pledge, message: 'a\0b' }), '/message'],
    ['POST', '/api/pledges', '{"message":"\\ud800"}', '/message'],
    ['POST', '/api/pledges', JSON.stringify({ ...pledge, 'a/b~': '\0' }), '/a~1b~0'],
    ['POST', '/api/pledges', `{"amount":1,${body.slice(1)}`, '/amount'],
    ['POST', '/api/pledges', `{"donor":{"name":"A","n\\u0061me":"B"},${body.slice(1)}`, '/donor/name'],
    ['GET', '/api/pledges?limit=5&limit=5', '', '/limit'],
    ['GET', '/api/pledges?limit[]=5', '', '/limit[]'],
    ['GET', '/api/pledges?limit=5.0', '', '/limit'],
    ['GET', '/api/pledges?limit=0x5', '', '/limit'],
    ['GET', '/api/pledges?limit=', '', '/limit'],
    ['GET', '/api/pledges?limit=101', '', '/limit'],
    ['GET', '/api/pledges?__proto__=1', '', '/__proto__'],
    ['GET', '/api/pledges?__proto__[limit]=1', '', '/__proto__[limit]'],
    ['GET', '/api/pledges?cursor=%00', '', '/cursor'],
    ['GET', '/api/pledges?body=1', '', '/body'],
    ['GET', '/api/pledges', '{"limit":5}', ''],
    ['GET', '/api/pledges/%00', '', '/id'],
    ['GET', '/api/pledges/%zz', '', ''],
    ['GET', '/api/pledges/%ff', '', ''],
  ])('are refused by name: %s %s %s', async (method, path, text, pointer) => {
    const headers = { authorization: bearer(), 'idempotency-key': 'k', ...json };
    const answer = await gateway.ask(method, path, headers, text);
    expect(answer.json).toMatchObject({ code: 'VALIDATION_FAILED', status: 400, errors: [{ pointer }] });
    expect(received).toBeUndefined();
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
  });

  test('of a provider are the raw body and its headers, without what identifies the client', async () => {
    let params: unknown;
    gateway.handlers['payments.receive_webhook'] = async (ctx) => (
      (params = ctx.params),
      { outcome: 'applied' }
    );
    const headers = {
      'Webhook-Id': 'w',
      authorization: bearer(),
      cookie: 'c=1',
      'content-type': 'text/plain',
    };
    const { status } = await gateway.ask('POST', '/api/payments/webhooks/sandbox', headers, '{"a" :\n1}');
    expect([status, params]).toEqual([
      200,
      { provider: 'sandbox', body: '{"a" :\n1}', headers: expect.not.objectContaining({ cookie: 'c=1' }) },
    ]);
    expect((params as { headers: object }).headers).toMatchObject({ 'webhook-id': 'w' });
    expect((params as { headers: object }).headers).not.toHaveProperty('authorization');
  });
});

describe('the Idempotency-Key', () => {
  test('is required where money moves, and must be visible ASCII', async () => {
    const headers = { authorization: bearer(), ...json };
    const missing = await gateway.ask('POST', '/api/pledges', headers, JSON.stringify(pledge));
    expect(missing.json).toMatchObject({ code: 'IDEMPOTENCY_KEY_REQUIRED', status: 400 });
    for (const key of ['', 'a b', 'ä', 'x'.repeat(256)]) {
      const { json } = await gateway.askSignedIn('POST', '/api/pledges', pledge, { 'idempotency-key': key });
      expect(json).toMatchObject({ code: 'VALIDATION_FAILED', errors: [{ pointer: '' }] });
    }
    expect(received).toBeUndefined();
  });

  test('is not passed on by routes without idempotency', async () => {
    await gateway.askSignedIn('GET', '/api/pledges');
    expect(received?.meta).not.toHaveProperty('idempotency_key');
  });
});

describe('the request id', () => {
  test('of the client is passed on with the call, and returned', async () => {
    const { headers } = await gateway.ask('GET', '/api/campaigns', { 'x-request-id': 'Mine-1._' });
    expect([headers['x-request-id'], received?.requestID]).toEqual(['Mine-1._', 'Mine-1._']);
  });

  test.each(['', 'a b', 'x'.repeat(129), '<script>', '"'])(
    'is our own where theirs is %j',
    async (theirs) => {
      const headers = { 'x-request-id': theirs, 'x-correlation-id': theirs };
      const answer = await gateway.ask('GET', '/api/nowhere', headers);
      expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
      expect(answer.json['request_id']).toBe(answer.headers['x-request-id']);
    },
  );
});

describe('a caller', () => {
  test('without a token gets SIGN_IN_REQUIRED, before anything else is checked', async () => {
    const { status, headers, json } = await gateway.ask('POST', '/api/campaigns', {}, '{');
    expect([status, json['code'], headers['www-authenticate']]).toEqual([401, 'SIGN_IN_REQUIRED', 'Bearer']);
  });

  test('with a bad token is refused, on public routes too', async () => {
    const { json } = await gateway.ask('GET', '/api/campaigns', { authorization: `${bearer()}x` });
    expect([json['code'], received]).toEqual(['SIGN_IN_REQUIRED', undefined]);
  });

  test.each(['/api/auth/refresh', '/api/payments/webhooks/sandbox'])(
    'may send an expired token where it is not needed: %s',
    async (path) => {
      const body = path.includes('refresh') ? '{"refresh_token":"t"}' : '';
      const { status } = await gateway.ask('POST', path, { authorization: `${bearer()}x`, ...json }, body);
      expect(status).toBe(200);
    },
  );

  test('is identified by the address of their connection, whatever their headers say', async () => {
    const forged = { 'x-forwarded-for': '192.0.2.1', 'x-real-ip': '192.0.2.1', forwarded: 'for=192.0.2.1' };
    await gateway.ask('GET', '/api/campaigns', forged);
    expect(received?.meta).toMatchObject({ address: '127.0.0.1' });
  });

  test('without the permission is refused', async () => {
    const { json } = await gateway.askSignedIn('GET', `/api/payments?purpose_id=${id}`);
    expect(json).toMatchObject({ code: 'PERMISSION_DENIED', status: 403, permission: 'payments:read' });
  });
});

describe('a problem', () => {
  test('says what is wrong, the remedy and the id of the request', async () => {
    gateway.handlers['pledges.get'] = async () => {
      throw fail('PLEDGE_NOT_FOUND', { pledge_id: id, status: 200, code: 'NO', title: 'no' });
    };
    const { status, headers, json } = await gateway.askSignedIn('GET', `/api/pledges/${id}`);
    const { title, remedy } = errors.PLEDGE_NOT_FOUND;
    expect([status, headers['content-type']]).toEqual([404, 'application/problem+json']);
    expect(json).toEqual({
      type: 'http://127.0.0.1:8080/problems/pledge-not-found',
      title,
      status: 404,
      detail: remedy,
      code: 'PLEDGE_NOT_FOUND',
      pledge_id: id,
      request_id: headers['x-request-id'],
    });
  });

  test('links to a page about it', async () => {
    const { json } = await gateway.ask('GET', '/api/nothing');
    const { pathname } = new URL(json['type'] as string);
    const page = await gateway.ask('GET', pathname);
    expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.text).toContain(errors.ROUTE_NOT_FOUND.title);
    expect((await gateway.ask('GET', '/problems')).text).toContain(pathname);
    expect((await gateway.ask('GET', '/problems/none-of-ours')).json['code']).toBe('ROUTE_NOT_FOUND');
  });

  test('that is our own error gives the log everything and the client nothing', async () => {
    gateway.handlers['campaigns.get'] = async () => {
      throw Object.assign(new Error('password=hunter2'), { data: { secret: 'hunter2' }, type: 'HUNTER2' });
    };
    const { status, text, json } = await gateway.ask('GET', `/api/campaigns/${id}`);
    expect([status, json['code']]).toEqual([500, 'INTERNAL_ERROR']);
    expect(text).not.toMatch(/hunter2/i);
    expect(gateway.logged.at(-1)).toMatch(`${String(json['request_id'])} campaigns.get`);
    expect(gateway.logged.at(-1)).toMatch('password=hunter2');
  });

  test('is a time-out', async () => {
    gateway.handlers['users.me'] = () => new Promise(() => {});
    const { status, json } = await gateway.askSignedIn('GET', '/api/users/me');
    expect([status, json['code']]).toEqual([504, 'TIMED_OUT']);
  });

  test('is an unavailable service, with the time to retry', async () => {
    const alone = await startGateway();
    await alone.node.destroyService('totals');
    const { status, headers, json } = await alone.ask('GET', `/api/campaigns/${id}/totals`);
    expect([status, json['code'], headers['retry-after']]).toEqual([503, 'UNAVAILABLE', '1']);
    await alone.node.destroyService('auth');
    const signedIn = await alone.askSignedIn('GET', '/api/pledges');
    expect(signedIn.json['code']).toBe('UNAVAILABLE');
    await alone.node.stop();
  });

  test.each([
    ['GET', '/'],
    ['GET', '/api'],
    ['GET', '/API/campaigns'],
    ['GET', '//api/campaigns'],
    ['GET', '/api/gateway/rest'],
    ['GET', '/api/users.get'],
    ['GET', '/~node/services'],
    ['GET', '/campaigns/list'],
    ['POST', '/api/gateway/addRoute'],
  ])('is a route without a contract: %s %s', async (method, path) => {
    const { status, json } = await gateway.ask(method, path, { authorization: bearer('admin') });
    expect([status, json['code']]).toEqual([404, 'ROUTE_NOT_FOUND']);
  });
});
