import { readConfig } from '#config';
import { Mesh } from '#lib/mesh';
import { freePort } from '#lib/postgres/postmaster';
import { backOff_ms, startPool } from '#lib/worker-pool';
import { until } from '#test/platform';
import { expect, test } from '@jest/globals';
import { createServer } from 'node:net';

/** A pool of services without a database, or that fail before they need it. */
const startingOn = (port: number, ...placement: string[][]) =>
  startPool({
    nodeID: 'main',
    mesh: new Mesh(),
    placement,
    log: () => {},
    settings: {
      ...readConfig({ PORT: String(port), LOG_LEVEL: 'fatal' }),
      databases: {},
      sandbox_webhook_secrets: [],
      link_secret: '',
      caller_secret: 'c',
      shares_port: true,
    },
  });

async function listening(port: number) {
  const server = createServer();
  await new Promise<void>((resolve, reject) =>
    server.once('error', reject).listen(port, '127.0.0.1', resolve),
  );
  return { close: () => new Promise((resolve) => server.close(resolve)) };
}

test('the error of a thread at its start is thrown, and no other thread is left', async () => {
  const port = await freePort();
  await expect(startingOn(port, ['gateway'], ['gateway', 'nowhere'])).rejects.toThrow(
    "There is no service or system 'nowhere': there are ",
  );
  const { close } = await listening(port);
  await close();
});

test('an error of a thread has its code, by which its remedy is found', async () => {
  const port = await freePort();
  const squatter = await listening(port);
  await expect(startingOn(port, ['gateway'])).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await squatter.close();
});

test('a thread that ends is replaced by the warm one, and another is warmed', async () => {
  const pool = await startingOn(await freePort(), ['gateway']);
  await until(() => pool.hasSpare());
  const [first] = pool.workers.values();
  const { threadId } = first!;
  await first!.terminate();
  const second = await until(() => [...pool.workers.values()].find((worker) => worker !== first));
  const itsId = second.threadId; // undefined once it has ended
  await until(() => pool.hasSpare());
  await pool.stop();
  // Threads are numbered as they are created: a new one would be two further.
  expect(itsId).toBe(threadId + 1);
});

test('a thread that ends again and again is replaced after longer and longer delays, up to 5 s', () => {
  const waits = Array.from({ length: 9 }, (_, i) => backOff_ms(i + 1));
  expect(waits).toEqual([100, 200, 400, 800, 1600, 3200, 5000, 5000, 5000]);
});
