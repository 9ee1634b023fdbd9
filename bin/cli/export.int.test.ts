import { afterEach, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { main } from './main.ts';

let server: Server;
afterEach(() => void server.close());

/** What the command writes where a platform answers so. */
async function said(answer: (res: ServerResponse) => void, write: (bytes: Uint8Array) => Promise<void>) {
  server = createServer((_req, res) => answer(res)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const err: string[] = [];
  const argv = ['export', 'pledges', '--url', `http://127.0.0.1:${port}`, '--token', 'any'];
  const code = await main(argv, { out: () => {}, err: (text) => err.push(text), write });
  return { code, err: err.join('\n') };
}

test('a file that is cut off is an error', async () => {
  const written: string[] = [];
  const answered = Promise.withResolvers<ServerResponse>();
  const saying = said(
    (res) => {
      res.write('id\r\n1\r\n');
      answered.resolve(res);
    },
    async (bytes) => {
      written.push(Buffer.from(bytes).toString());
      (await answered.promise).socket!.resetAndDestroy();
    },
  );
  expect(await saying).toEqual({
    code: 1,
    err: 'The platform cut the export off: what was written is not the whole. Repeat it.',
  });
  expect(written.join('')).toBe('id\r\n1\r\n');
});

test('a reader that has gone is an error', async () => {
  const saying = said(
    (res) => res.end('id\r\n'),
    async () => {
      throw new Error('write EPIPE');
    },
  );
  expect(await saying).toEqual({ code: 1, err: 'write EPIPE' });
});
