// Stands before a platform, as a load balancer does, and lets a test decide how webhooks fare on their way.
import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';

/** `refuse`: 503, as without a platform; `silence`: no response at all. */
export type Fate = 'pass' | 'refuse' | 'silence';

export type Front = Awaited<ReturnType<typeof startFront>>;

/** Listens on `port` for the platform on `inner`. */
export async function startFront(port: number, inner: number) {
  const silent: ServerResponse[] = [];
  const front = {
    /** Of a webhook; may be replaced while it runs. */
    fateOf: (_webhook_id: string): Fate => 'pass',
    /** The ids of the webhooks that came, in order. */
    came: [] as string[],
    /** Breaks the connections of webhooks without a response. */
    hangUp() {
      for (const res of silent.splice(0)) res.destroy();
    },
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };

  const server = createServer((req, res) => {
    const fate = req.url?.includes('/webhooks/') ? fateNow(String(req.headers['webhook-id'])) : 'pass';
    if (fate === 'pass') return pass(req, res, inner);
    req.resume();
    if (fate === 'refuse') res.writeHead(503).end();
    else silent.push(res);
  }).listen(port, '127.0.0.1');
  await once(server, 'listening');
  return front;

  function fateNow(webhook_id: string): Fate {
    front.came.push(webhook_id);
    return front.fateOf(webhook_id);
  }
}

function pass(req: IncomingMessage, res: ServerResponse, port: number) {
  const { url = '/', method = 'GET', headers } = req;
  const passed = request({ host: '127.0.0.1', port, path: url, method, headers }, (answer) =>
    answer.pipe(res.writeHead(answer.statusCode!, answer.headers)),
  );
  passed.on('error', () => res.destroy());
  req.pipe(passed);
}
