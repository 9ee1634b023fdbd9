import { world } from '#lib/world';
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';

/** The HTTP server of a gateway, not listening yet. Slow clients are cut off: they hold memory while they dawdle. */
export function makeServer(onRequest: RequestListener): Server {
  const server = createServer(
    {
      headersTimeout: 10_000,
      requestTimeout: 30_000,
      // Proxies that keep connections for less than this never meet one that has just been closed.
      keepAliveTimeout: 65_000,
      // Node looks for late clients every 30 s if not told: a limit of 10 s would be one of 40.
      connectionsCheckingInterval: 5000,
    },
    onRequest,
  );
  server.maxConnections = 10_000;
  return server;
}

/** Resolves once it listens. Throws when the port is taken or the host is not one of ours. */
export async function listen(server: Server, port: number, host: string): Promise<void> {
  server.listen(port, host);
  await once(server, 'listening');
}

// What is left when a gateway stops are answers on their last metres, and clients that never finish their request.
const LEFT_MS = 1000;

/** Takes no more connections, and ends those there are. To be called once what was under way has been answered. */
export async function close(server: Server): Promise<void> {
  if (!server.listening) return;
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  await world.sleepUnless(closed, LEFT_MS);
  server.closeAllConnections();
  await closed;
}
