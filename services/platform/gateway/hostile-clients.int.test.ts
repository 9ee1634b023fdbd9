// Clients that send too much, too slowly or never read: they are refused or cut off, and others are answered meanwhile.
import { until } from '#test/platform';
import { world } from '#lib/world';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { deflateSync, gzipSync, brotliCompressSync } from 'node:zlib';
import { startGateway, type TestGateway } from './fixture.test.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
  gateway.handlers['auth.login'] = async () => ({});
  gateway.handlers['campaigns.list'] = async () => ({ data: [], next_cursor: null });
});
afterAll(() => gateway?.node.stop());

const LOGIN = 'POST /api/auth/login HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n';
const GET = 'GET /api/campaigns';

function open(port = gateway.port) {
  const socket = connect(port, '127.0.0.1').on('error', () => {});
  let text = '';
  socket.on('data', (chunk) => (text += chunk.toString()));
  // Not `once`, which a reset would fail: whoever still sends is reset when the other side has had enough.
  const closed = new Promise((resolve) => socket.on('close', resolve));
  return { socket, read: () => text, closed };
}

/** The status and code of the first answer. */
const outcomeIn = (text: string) =>
  text === '' ? 'cut off' : `${/^HTTP\/1\.1 (\d+)/.exec(text)?.[1]} ${/"code":"(\w+)"/.exec(text)?.[1]}`;

async function isAnswered({ ask }: TestGateway = gateway): Promise<boolean> {
  const answers = await Promise.all(Array.from({ length: 5 }, () => ask('GET', '/api/campaigns')));
  return answers.every(({ status }) => status === 200);
}

/** Sends it, reads the first answer while others are answered as well, and goes. */
async function outcomeOf(...parts: (string | Buffer)[]): Promise<string> {
  const { socket, read, closed } = open();
  for (const part of parts) socket.write(part);
  const others = isAnswered();
  await Promise.race([until(() => read().includes('"code"')), closed]);
  socket.destroy();
  expect(await others).toBe(true);
  return outcomeIn(read());
}

const sized = (body: string | Buffer, more = '') => [
  `${LOGIN}${more}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n`,
  body,
];
const nested = (depth: number, [left, right]: string) => left!.repeat(depth) + right!.repeat(depth);
const zeros = Buffer.alloc(50_000_000);
const lines = (count: number) => Array.from({ length: count }, (_, n) => `X-${n}: ${n}\r\n`).join('');
const pairs = (count: number, name: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => `${name(n)}=1`).join('&');

describe('a bomb is refused', () => {
  test.each<[string, string, (string | Buffer)[]]>([
    ['50 MB in 50 kB of gzip', '415 BODY_ENCODED', sized(gzipSync(zeros), 'Content-Encoding: gzip\r\n')],
    ['50 MB of deflate', '415 BODY_ENCODED', sized(deflateSync(zeros), 'Content-Encoding: deflate\r\n')],
    ['50 MB of brotli', '415 BODY_ENCODED', sized(brotliCompressSync(zeros), 'Content-Encoding: br\r\n')],
    ['lists 100,000 deep', '413 BODY_TOO_LARGE', sized(nested(100_000, '[]'))],
    ['lists 100,000 deep, never ended, in chunks', '413 BODY_TOO_LARGE', chunked('['.repeat(200_000))],
    ['lists as deep as a body is long', '400 BODY_UNREADABLE', sized(`{"a":${nested(51_000, '[]')}}`)],
    [
      'objects as deep as a body is long',
      '400 BODY_UNREADABLE',
      sized(`${'{"a":'.repeat(17_000)}1${'}'.repeat(17_000)}`),
    ],
    ['50 MB announced', '413 BODY_TOO_LARGE', [`${LOGIN}Content-Length: 50000000\r\n\r\n`]],
    [
      '10^20 bytes announced',
      '400 REQUEST_MALFORMED',
      [`${LOGIN}Content-Length: 100000000000000000000\r\n\r\n`],
    ],
    ['50 MB in chunks', '413 BODY_TOO_LARGE', chunked(zeros)],
    [
      '50 MB for a route that takes none',
      '400 VALIDATION_FAILED',
      [`${GET} HTTP/1.1\r\nHost: a\r\nContent-Length: 50000000\r\n\r\n`, zeros],
    ],
    [
      '20,000 fields',
      '400 VALIDATION_FAILED',
      sized(`{${Array.from({ length: 9000 }, (_, n) => `"${n}":1`).join()}}`),
    ],
    [
      'one field 10,000 times',
      '400 VALIDATION_FAILED',
      sized(`{${Array.from({ length: 10_000 }, () => '"email":1').join()}}`),
    ],
    ['a number of 90,000 digits', '400 VALIDATION_FAILED', sized(`{"email":${'9'.repeat(90_000)}}`)],
    [
      'an address of 90,000 signs',
      '400 VALIDATION_FAILED',
      sized(`{"email":"${'a@'.repeat(45_000)}","password":"p"}`),
    ],
    [
      'a password of 90,000 letters',
      '400 VALIDATION_FAILED',
      sized(`{"email":"a@example.org","password":"${'p'.repeat(90_000)}"}`),
    ],
    [
      'letters that normalization makes 18 of',
      '400 VALIDATION_FAILED',
      sized(`{"email":"a@example.org","password":"${'ﷺ'.repeat(30_000)}"}`),
    ],
    ['2,000 headers', '431 HEADERS_TOO_LARGE|cut off', [`${GET} HTTP/1.1\r\nHost: a\r\n${lines(2000)}\r\n`]],
    [
      'a header of 1 MB',
      '431 HEADERS_TOO_LARGE|cut off',
      [`${GET} HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(1_000_000)}\r\n\r\n`],
    ],
    [
      'headers that never end',
      '431 HEADERS_TOO_LARGE|cut off',
      [`${GET} HTTP/1.1\r\nHost: a\r\n${'X: y\r\n'.repeat(100_000)}`],
    ],
    [
      'a path of 1 MB',
      '414 URI_TOO_LONG|cut off',
      [`GET /${'x'.repeat(1_000_000)} HTTP/1.1\r\nHost: a\r\n\r\n`],
    ],
    [
      '10,000 parameters',
      '414 URI_TOO_LONG|cut off',
      [`${GET}?${pairs(10_000, (n) => `p${n}`)} HTTP/1.1\r\nHost: a\r\n\r\n`],
    ],
    [
      'as many parameters as a URL may have',
      '400 VALIDATION_FAILED',
      [`${GET}?${pairs(3000, () => 'q')} HTTP/1.1\r\nHost: a\r\n\r\n`],
    ],
    [
      'a path of 5,000 parts',
      '404 ROUTE_NOT_FOUND',
      [`GET ${'/a'.repeat(5000)} HTTP/1.1\r\nHost: a\r\n\r\n`],
    ],
    ['5,000 escapes', '404 ROUTE_NOT_FOUND', [`GET /${'%2F'.repeat(5000)} HTTP/1.1\r\nHost: a\r\n\r\n`]],
  ])('%s', async (_what, outcome, parts) => {
    expect(outcome.split('|')).toContain(await outcomeOf(...parts));
  });
});

function chunked(body: string | Buffer): (string | Buffer)[] {
  const size = Buffer.byteLength(body).toString(16);
  return [`${LOGIN}Transfer-Encoding: chunked\r\n\r\n${size}\r\n`, body];
}

describe('a slow client', () => {
  /** Writes a byte at a time until the other side has had enough. */
  async function drip(socket: Socket, text: string): Promise<void> {
    for (let at = 0; socket.writable; at++) {
      socket.write(text[at % text.length]!);
      await world.sleep(20);
    }
  }

  test.each([
    ['headers', `${GET} HTTP/1.1\r\nHost: a\r\n`, 'X: '],
    ['body', `${LOGIN}Content-Length: 90000\r\n\r\n`, ' '],
    ['chunks', `${LOGIN}Transfer-Encoding: chunked\r\n\r\n`, '1\r\n \r\n'],
  ])(
    'that sends its %s byte by byte is cut off in the end, and others are answered',
    async (_what, head, rest) => {
      const other = await startGateway();
      other.handlers['campaigns.list'] = async () => ({ data: [], next_cursor: null });
      // The limits of a connection begin with it: others of this server come later, and are quick.
      Object.assign(other.server, { headersTimeout: 500, requestTimeout: 500 });
      const { socket, read, closed } = open(other.port);
      socket.write(head);
      void drip(socket, rest);
      await Promise.race([closed, until(() => read() !== '')]);
      expect(outcomeIn(read())).toBe('408 REQUEST_TOO_SLOW');
      Object.assign(other.server, { headersTimeout: 10_000, requestTimeout: 30_000 });
      expect(await isAnswered(other)).toBe(true);
      socket.destroy();
      await other.node.stop();
    },
  );

  test('that asks and asks and never reads is cut off, and others are answered', async () => {
    const other = await startGateway();
    other.handlers['campaigns.list'] = async () => ({ data: [], next_cursor: null });
    expect(other.server.timeout).toBe(60_000);
    other.server.timeout = 300; // of connections from now on
    const socket = connect(other.port, '127.0.0.1').on('error', () => {});
    socket.pause();
    let isCut = false;
    socket.on('close', () => (isCut = true));
    await once(socket, 'connect');
    const asking = `GET /openapi.json HTTP/1.1\r\nHost: a\r\n\r\n`.repeat(500);
    socket.write(asking);
    other.server.timeout = 60_000;
    await until(async () => {
      expect(await isAnswered(other)).toBe(true);
      return (await connectionsOf(other)) === 0;
    });
    socket.resume();
    await until(() => isCut);
    await other.node.stop();
  });

  test('is one of hundreds that say nothing, half a line or half a body; others are answered', async () => {
    const beginnings = ['', 'G', `${GET} HTTP/1.1\r\nHost:`, `${LOGIN}Content-Length: 50\r\n\r\n{`];
    const idle = Array.from({ length: 600 }, (_, n) => ({ ...open(), beginning: beginnings[n % 4]! }));
    await Promise.all(idle.map(({ socket }) => once(socket, 'connect')));
    for (const { socket, beginning } of idle) socket.write(beginning);
    await until(async () => (await connectionsOf(gateway)) >= 600);
    expect(await isAnswered()).toBe(true);
    for (const { socket } of idle) socket.destroy();
  });
});

const connectionsOf = ({ server }: TestGateway) =>
  new Promise<number>((resolve) => server.getConnections((_, count) => resolve(count)));
