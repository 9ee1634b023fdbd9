import { until } from '#test/platform';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { Agent } from 'node:http';
import { connect, type Socket } from 'node:net';
import { ask, startGateway, type TestGateway } from './fixture.test.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
  gateway.handlers['auth.login'] = async () => ({});
  gateway.handlers['campaigns.list'] = async () => ({ data: [], next_cursor: null });
});
afterAll(() => gateway?.node.stop());

const open = (): { socket: Socket; read: () => string; closed: Promise<unknown> } => {
  const socket = connect(gateway.port, '127.0.0.1').on('error', () => {});
  let text = '';
  socket.on('data', (chunk) => (text += chunk.toString()));
  return { socket, read: () => text, closed: once(socket, 'close') };
};

async function raw(text: string): Promise<string> {
  const { socket, read, closed } = open();
  socket.end(text);
  await closed;
  return read();
}

/** The status, headers and body of a single answer. */
function parsed(answer: string) {
  const [head = '', body = ''] = answer.split('\r\n\r\n');
  const [first = '', ...lines] = head.split('\r\n');
  const headers = Object.fromEntries(lines.map((line) => [line.split(': ')[0]!.toLowerCase(), line]));
  return { status: Number(first.split(' ')[1]), headers, json: JSON.parse(body) as Record<string, unknown> };
}

async function refusals(status: number): Promise<number> {
  const { text } = await gateway.ask('GET', '/metrics');
  const line = new RegExp(`http_requests_total\\{route="none",method="none",status="${status}"\\} (\\d+)`);
  return Number(line.exec(text)?.[1] ?? 0);
}

const LOGIN = 'POST /api/auth/login HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n';

describe('what is no request', () => {
  test.each<[string, string, number, string]>([
    ['nonsense', 'GARBAGE\r\n\r\n', 400, 'REQUEST_MALFORMED'],
    ['an unknown method', 'BREW / HTTP/1.1\r\nHost: a\r\n\r\n', 400, 'REQUEST_MALFORMED'],
    [
      'a body of two lengths',
      `${LOGIN}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
      400,
      'REQUEST_MALFORMED',
    ],
    ['a chunk of no length', `${LOGIN}Transfer-Encoding: chunked\r\n\r\nx\r\n`, 400, 'REQUEST_MALFORMED'],
    ['a URL that is too long', `GET /${'x'.repeat(20_000)} HTTP/1.1\r\nHost: a\r\n\r\n`, 414, 'URI_TOO_LONG'],
    [
      'headers that are too large',
      `GET /livez HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`,
      431,
      'HEADERS_TOO_LARGE',
    ],
    [
      'endless extensions of chunks',
      `${LOGIN}Transfer-Encoding: chunked\r\n\r\n1;${'x'.repeat(20_000)}\r\na\r\n`,
      413,
      'BODY_TOO_LARGE',
    ],
    ['a tunnel', 'CONNECT example.org:443 HTTP/1.1\r\nHost: a\r\n\r\n', 405, 'METHOD_NOT_ALLOWED'],
  ])('gets a problem, an id and a count: %s', async (_, text, status, code) => {
    const before = await refusals(status);
    const answer = parsed(await raw(text));
    expect([answer.status, answer.json['code'], answer.json['status']]).toEqual([status, code, status]);
    expect(answer.headers['x-request-id']).toBe(`x-request-id: ${String(answer.json['request_id'])}`);
    expect(answer.headers['x-content-type-options']).toContain('nosniff');
    expect(answer.headers['connection']).toContain('close');
    expect(await refusals(status)).toBe(before + 1);
  });

  test('gets no body where it asked for headers alone', async () => {
    const answer = await raw(`HEAD /${'x'.repeat(20_000)} HTTP/1.1\r\nHost: a\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 414 /);
    expect(answer.slice(answer.indexOf('\r\n\r\n'))).toBe('\r\n\r\n');
  });

  test.each([
    ['no Host', 'GET /livez HTTP/1.1\r\n\r\n', 400, 'REQUEST_MALFORMED'],
    ['two Hosts', 'GET /livez HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n', 400, 'REQUEST_MALFORMED'],
    [
      'a wish that nobody knows',
      'GET /livez HTTP/1.1\r\nHost: a\r\nExpect: tea\r\n\r\n',
      417,
      'EXPECTATION_FAILED',
    ],
  ])('or is one that HTTP forbids, is refused the same way: %s', async (_, text, status, code) => {
    const answer = parsed(await raw(text));
    expect([answer.status, answer.json['code']]).toEqual([status, code]);
    expect(answer.headers['x-request-id']).toContain(String(answer.json['request_id']));
  });

  test('waits for the answers to whole requests before it', async () => {
    let letGo = () => {};
    const isAsked = new Promise<void>((asked) => {
      gateway.handlers['totals.get'] = () =>
        new Promise((resolve) => {
          asked();
          letGo = () => resolve({ version: 7 });
        });
    });
    const id = '0198a000-0000-7000-8000-000000000000';
    const answering = raw(`GET /api/campaigns/${id}/totals HTTP/1.1\r\nHost: a\r\n\r\nGARBAGE\r\n\r\n`);
    await isAsked;
    letGo();
    const answer = await answering;
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK[^]*\{"version":7\}HTTP\/1\.1 400 Bad Request/);
  });

  test('HTTP/1.0 needs no Host', async () => {
    expect(await raw('GET /livez HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 200 /);
  });
});

describe('a slow client', () => {
  test('is cut off by limits, which Node checks often enough', () => {
    const { headersTimeout, requestTimeout, keepAliveTimeout, maxConnections } = gateway.server;
    expect({ headersTimeout, requestTimeout, keepAliveTimeout, maxConnections }).toEqual({
      headersTimeout: 10_000,
      requestTimeout: 30_000,
      keepAliveTimeout: 65_000,
      maxConnections: 10_000,
    });
  });

  test.each([
    ['headers', 'GET /livez HTTP/1.1\r\nHost: a\r\nX-Slow:'],
    ['body', `${LOGIN}Content-Length: 50\r\n\r\n{"email"`],
  ])('that never ends its %s is told so, and others are answered meanwhile', async (_, text) => {
    const other = await startGateway();
    // The server's own limits, short: Node checks them when it is asked to, every 5 s otherwise.
    Object.assign(other.server, { headersTimeout: 1, requestTimeout: 1 });
    const socket = connect(other.port, '127.0.0.1').on('error', () => {});
    let answer = '';
    socket.on('data', (chunk) => (answer += chunk.toString()));
    socket.write(text);
    await until(() => answer !== '');
    expect(parsed(answer)).toMatchObject({ status: 408, json: { code: 'REQUEST_TOO_SLOW' } });
    expect((await gateway.ask('GET', '/livez')).status).toBe(200);
    socket.destroy();
    await other.node.stop();
  });
});

describe('a connection', () => {
  test('answers requests that come at once in their order', async () => {
    const get = (path: string, last = '') => `GET ${path} HTTP/1.1\r\nHost: a\r\n${last}\r\n`;
    const answers = await raw(
      get('/api/campaigns') + get('/nowhere') + get('/livez', 'Connection: close\r\n'),
    );
    const statuses = [...answers.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status);
    expect(statuses).toEqual(['200', '404', '200']);
  });

  test('is asked for the body only by who wants it', async () => {
    const expecting = (length: number) => `${LOGIN}Content-Length: ${length}\r\nExpect: 100-continue\r\n\r\n`;
    const invited = open();
    invited.socket.write(expecting(2));
    await until(() => invited.read().startsWith('HTTP/1.1 100 Continue'));
    invited.socket.end('{}');
    await invited.closed;
    expect(invited.read()).toMatch(/100 Continue\r\n\r\nHTTP\/1\.1 400 [^]*VALIDATION_FAILED/);

    const refused = open();
    refused.socket.write(expecting(9_000_000));
    await refused.closed;
    expect(refused.read()).toMatch(/^HTTP\/1\.1 413 [^]*connection: close/i);
  });

  test.each(['http://example.org/api/campaigns', 'HTTP://u:p@[::1]:80/api/campaigns?limit=1'])(
    'may ask as of a proxy: %s',
    async (target) => {
      expect(await raw(`GET ${target} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`)).toMatch(
        /^HTTP\/1\.1 200 /,
      );
    },
  );

  test('that is idle is used again', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const options = { path: '/api/campaigns', port: gateway.port, agent };
    const before = gateway.server.listenerCount('connection');
    for (let i = 0; i < 3; i++) expect((await ask(options)).headers.connection).toBe('keep-alive');
    expect([
      gateway.server.listenerCount('connection'),
      Object.values(agent.freeSockets).flat(),
    ]).toMatchObject([before, [{ destroyed: false }]]);
    agent.destroy();
  });

  test('is one of many: those that do nothing keep nobody out', async () => {
    const idle = Array.from({ length: 500 }, open);
    await Promise.all(idle.map(({ socket }) => once(socket, 'connect')));
    for (const { socket } of idle) socket.write('GET /livez HTTP/1.1\r\nHost:');
    const answers = await Promise.all(Array.from({ length: 20 }, () => gateway.ask('GET', '/api/campaigns')));
    expect(answers.map(({ status }) => status)).toEqual(Array<number>(20).fill(200));
    for (const { socket } of idle) socket.destroy();
  });
});
