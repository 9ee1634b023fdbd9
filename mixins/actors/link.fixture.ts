import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A proxy to a database. It can be muted (its answers are lost) and cut, as networks can. */
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
    /** The database's URL through the proxy. */
    url: through.href,
    /** From now on no answer comes through. */
    mute() {
      isMute = true;
    },
    /** Breaks every connection; new ones work, and are not muted. */
    cut,
    async close(): Promise<void> {
      cut();
      server.close();
      await once(server, 'close');
    },
  };
}
