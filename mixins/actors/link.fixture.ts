import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A way to a database that can be muted (what it answers is lost) and cut, as networks do. */
export async function link(url: string) {
  const { hostname, port } = new URL(url);
  const sockets = new Set<Socket>();
  let isMute = false;
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on('data', (bytes) => {
        if (!(isMute && from === far)) to.write(bytes);
      });
      from.on('error', () => {});
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const through = new URL(url);
  through.hostname = '127.0.0.1';
  through.port = String((server.address() as AddressInfo).port);
  const cut = () => {
    isMute = false;
    for (const socket of sockets) socket.destroy();
  };

  return {
    /** The same database, by this way. */
    url: through.href,
    /** From now on no answer comes through. */
    mute() {
      isMute = true;
    },
    /** Breaks every connection; new ones can be made, and hear again. */
    cut,
    async close(): Promise<void> {
      cut();
      server.close();
      await once(server, 'close');
    },
  };
}
