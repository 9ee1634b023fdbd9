// The clients of slow-clients.bench.ts that mean harm.
import { world } from '#lib/world';
import { connect, type Socket } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import { gzipSync } from 'node:zlib';

const LOGIN = 'POST /api/auth/login HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n';
const gzip = gzipSync(Buffer.alloc(50_000_000));
const deep = '['.repeat(49_000) + ']'.repeat(49_000);
const BOMBS: (string | Buffer)[][] = [
  [`${LOGIN}Content-Encoding: gzip\r\nContent-Length: ${gzip.length}\r\n\r\n`, gzip],
  [`${LOGIN}Content-Length: ${deep.length + 6}\r\n\r\n{"a":`, deep, '}'],
  [`${LOGIN}Transfer-Encoding: chunked\r\n\r\n989680\r\n`, Buffer.alloc(10_000_000)],
  [`GET /livez HTTP/1.1\r\nHost: a\r\n${'X-A: b\r\n'.repeat(2000)}\r\n`],
];

const { url, idle, slow, deaf, deaf_asks, bombers } = workerData as Record<string, number> & { url: string };
const port = Number(new URL(url).port);

/** Begins all of them; `end` says how many bombs were sent, and what became of them. */
function attack() {
  const open = () => connect(port, '127.0.0.1').on('error', () => {});
  const held = new Set<Socket>();
  const hold = () => {
    const socket = open();
    held.add(socket);
    return socket;
  };
  let isOver = false;
  for (let i = 0; i < idle!; i++)
    hold()
      .resume()
      .write(i % 2 ? 'GET /livez HTTP/1.1\r\nHost:' : '');
  for (let i = 0; i < deaf!; i++)
    hold().pause().write('GET /openapi.json HTTP/1.1\r\nHost: a\r\n\r\n'.repeat(deaf_asks!));
  const drip = async (head: string) => {
    while (!isOver) {
      const socket = hold().resume();
      socket.write(head);
      for (; !isOver && socket.writable; await world.sleep(1000)) socket.write(' ');
      held.delete(socket);
    }
  };
  const dripping = Array.from({ length: slow! }, (_, i) =>
    drip(i % 2 ? 'GET /livez HTTP/1.1\r\nHost: a\r\nX:' : `${LOGIN}Content-Length: 9000\r\n\r\n{`),
  );
  const statuses = new Map<string, number>();
  const bombard = async (from: number) => {
    for (let i = from; !isOver; i++) {
      const status = await answerTo(open(), BOMBS[i % BOMBS.length]!);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  };
  const bombing = Array.from({ length: bombers! }, (_, i) => bombard(i));
  return {
    async end() {
      isOver = true;
      for (const socket of held) socket.destroy();
      await Promise.all([...dripping, ...bombing]);
      const all = [...statuses].sort();
      return all.map(([status, count]) => `${count} of ${status}`).join(', ');
    },
  };
}

/** The status; or that the connection was cut off. */
const answerTo = (socket: Socket, bomb: readonly (string | Buffer)[]) =>
  new Promise<string>((resolve) => {
    socket.on('data', (chunk) => {
      resolve(/^HTTP\/1\.1 (\d+)/.exec(chunk.toString())?.[1] ?? 'nonsense');
      socket.destroy();
    });
    socket.on('close', () => resolve('cut off'));
    for (const part of bomb) socket.write(part);
  });

const under_way = attack();
parentPort!.once('message', () => void under_way.end().then((found) => parentPort!.postMessage(found)));
