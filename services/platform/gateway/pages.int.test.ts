import { fail } from '#lib/errors';
import { world } from '#lib/world';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { bearer, startGateway, type TestGateway } from './fixture.test.ts';

const id = world.newId();
const page = `/sandbox/payments/${id}`;
const browser = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };
const form = { 'content-type': 'application/x-www-form-urlencoded' };

// The gateway of these tests listens on another port: as behind a proxy.
const PUBLIC_URL = 'http://127.0.0.1:8080';

let gateway: TestGateway;
/** The params of the last form. */
let received: unknown;

beforeAll(async () => {
  gateway = await startGateway();
  const { handlers } = gateway;
  handlers['sandbox.page'] = async () => ({ html: '<p>Pay</p>', csp: `style-src 'sha256-x'` });
  handlers['sandbox.pay'] = async ({ params }) => ((received = params), { location: page });
  handlers['payments.checkout'] = async () => {
    throw fail('PAYMENT_NOT_FOUND', { title: '<script>', message: 'it is <b>gone</b>' });
  };
});
beforeEach(() => {
  received = undefined;
});
afterAll(() => gateway.node.stop());

const paying = (body: string | Buffer, headers: object = {}) =>
  gateway.ask('POST', `${page}/pay`, { ...form, ...headers }, body);

describe('a page', () => {
  test('is HTML that loads only what it declares, and that nobody caches, frames or takes for anything else', async () => {
    const { status, headers, text } = await gateway.ask('GET', page);
    expect([status, text]).toEqual([200, '<p>Pay</p>']);
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `base-uri 'none'; form-action 'self'; frame-ancestors 'none'; default-src 'none'; style-src 'sha256-x'`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
  });

  test('shows a problem to a browser, in words and escaped', async () => {
    const { status, headers, text } = await gateway.ask('GET', `/pay/${id}`, browser);
    expect([status, headers['content-type'], headers.vary]).toEqual([
      404,
      'text/html; charset=utf-8',
      'accept',
    ]);
    expect(text).toContain('<h1>No such payment</h1>');
    expect(text).toContain(headers['x-request-id']);
    expect(text).not.toContain('<script');
    expect(text).toContain('<p>it is &#60;b&#62;gone&#60;/b&#62;</p>');
    const wrong = await gateway.ask('GET', '/sandbox/payments/%3Cb%3E', browser);
    expect(wrong.text).toContain('<code>id</code> must be a UUID in lower case');
    const unnamed = await paying('%3Cb%3E=1', browser);
    expect(unnamed.text).toContain('<code>&#60;b&#62;</code>');
  });

  test('is not sent to programs, nor to browsers on other routes', async () => {
    const program = await gateway.ask('GET', `/pay/${id}`, { accept: '*/*' });
    const elsewhere = await gateway.ask('GET', '/api/campaigns/1', browser);
    for (const { headers } of [program, elsewhere])
      expect(headers['content-type']).toBe('application/problem+json');
  });
});

describe('a form', () => {
  test('is read by its contract, and answered with a redirect', async () => {
    const { status, headers } = await paying('duplicate=2&delay_s=0&reorder=true');
    expect([status, headers.location]).toEqual([303, page]);
    expect(received).toEqual({ id, duplicate: 2, delay_s: 0, reorder: true });
    await paying('', { 'content-type': 'text/plain' });
    expect(received).toEqual({ id });
  });

  test.each([
    ['duplicate=11', '/duplicate'],
    ['duplicate=', '/duplicate'],
    ['duplicate=1e0', '/duplicate'],
    ['reorder=on', '/reorder'],
    ['duplicate=1&duplicate=2', '/duplicate'],
    ['colour=red', '/colour'],
    ['duplicate[a]=1', '/duplicate[a]'],
    ['__proto__=1', '/__proto__'],
    ['constructor=1', '/constructor'],
    [`id=${id}`, '/id'],
    ['duplicate=%00', '/duplicate'],
  ])('is refused with the name of the wrong field: %s', async (body, pointer) => {
    const { status, json } = await paying(body);
    expect([status, json['code'], json['errors']]).toEqual([
      400,
      'VALIDATION_FAILED',
      [{ pointer, message: expect.any(String) }],
    ]);
    expect(received).toBeUndefined();
  });

  test('is refused as JSON, in other encodings and beyond 100 kB', async () => {
    const json = { 'content-type': 'application/json' };
    const codes = [
      await paying('{"duplicate":2}', json),
      await paying('duplicate=2', { 'content-type': 'multipart/form-data; boundary=a' }),
      await paying(Buffer.from([0x61, 0x3d, 0xff])),
      await paying(`duplicate=${'1'.repeat(100 * 1024)}`),
    ].map(({ json }) => json['code']);
    expect(codes).toEqual([
      'BODY_TYPE_UNSUPPORTED',
      'BODY_TYPE_UNSUPPORTED',
      'BODY_UNREADABLE',
      'BODY_TOO_LARGE',
    ]);
    expect(received).toBeUndefined();
  });

  test('of a page of ours is accepted, under each of our names', async () => {
    for (const origin of [PUBLIC_URL, gateway.url, undefined]) {
      const { status } = await paying('duplicate=2', origin === undefined ? {} : { origin });
      expect([origin, status]).toEqual([origin, 303]);
    }
  });

  test.each(['https://evil.example', 'null', 'http://127.0.0.1:1', ''])(
    'that another site sends through a browser is refused: %j',
    async (origin) => {
      const { status, json } = await paying('duplicate=2', { origin });
      expect([status, json['code'], received]).toEqual([403, 'FORM_NOT_OURS', undefined]);
    },
  );
});

test('an accepted request is answered 202', async () => {
  const { status } = await gateway.ask('POST', `/api/payments/${id}/capture`, {
    authorization: bearer('admin'),
  });
  expect(status).toBe(202);
});
