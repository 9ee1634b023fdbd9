import type { ErrorCode } from '#contracts';
import { world } from '#lib/world';
import { once } from 'node:events';
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { Server as NetServer, type Socket } from 'node:net';
import type { Incoming } from './http.ts';
import { isOfHead, refusalOf } from './refused.ts';

/**
 * The HTTP server of a gateway, not listening yet. Slow clients are cut off: they hold memory. `onRefused` gives the answer to
 * what is no request.
 */
export function makeServer(
  onRequest: RequestListener,
  onRefused: (code: ErrorCode, isHead: boolean) => string,
): Server {
  const answers = new Set<ServerResponse>();
  const take: RequestListener = (req, res) => {
    answers.add(res);
    res.once('close', () => answers.delete(res));
    if (!server.listening) res.shouldKeepAlive = false;
    onRequest(req, res);
  };
  const server = createServer(
    {
      headersTimeout: 10_000,
      requestTimeout: 30_000,
      // Longer than proxies keep connections, so that they never use one that we just closed.
      keepAliveTimeout: 65_000,
      // By default Node looks for late clients every 30 s: a limit of 10 s would be one of 40.
      connectionsCheckingInterval: 5000,
      // The gateway says what is wrong; Node would not.
      requireHostHeader: false,
    },
    take,
  );
  server.maxConnections = 10_000;
  // Who asks and never reads keeps answers in memory: a connection on which nothing moves for so long ends. Streams move.
  server.timeout = 60_000;
  server.on('checkContinue', (req: Incoming, res: ServerResponse) => {
    // Who is refused keeps their body: where the next request begins, nobody can know then.
    const isKept = res.shouldKeepAlive;
    res.shouldKeepAlive = false;
    req.invite = () => {
      res.shouldKeepAlive = isKept && server.listening;
      res.writeContinue();
    };
    take(req, res);
  });
  server.on('checkExpectation', take);
  server.on('connect', (_req, socket: Socket) => socket.end(onRefused('METHOD_NOT_ALLOWED', false)));
  server.on('clientError', (error, socket: Socket) => {
    const before = [...answers].filter(({ req }) => req.socket === socket);
    void refuse(socket, before, () => onRefused(refusalOf(error as object), isOfHead(error as object)));
  });
  answersOf.set(server, answers);
  return server;
}

/** Answers what can't be read, once the whole requests before it in the connection are answered. */
async function refuse(
  socket: Socket,
  before: readonly ServerResponse[],
  answer: () => string,
): Promise<void> {
  // Into the middle of an answer nothing can be written; and who has gone reads none.
  if (!socket.writable || before.some(({ headersSent }) => headersSent)) return void socket.destroy();
  const whole = before.filter(({ req }) => req.complete);
  await Promise.all(whole.map((res) => once(res, 'close')));
  if (socket.writable) socket.end(answer(), () => socket.destroy());
  else socket.destroy();
}

/**
 * Resolves once it listens; with `reusePort` beside others of this process. Throws when the port is taken or the host
 * is not one of ours.
 */
export async function listen(server: Server, port: number, host: string, reusePort = false): Promise<void> {
  server.listen({ port, host, reusePort });
  await once(server, 'listening');
}

// A request that is just arriving in a kept connection is still answered.
const LAST_WORDS_MS = 100;
// The longest time of any call.
const ANSWERED_MS = 10_000;

/** Takes no more connections, and resolves when what is under way has been answered. To be called again it is free. */
export async function drainServer(server: Server): Promise<void> {
  if (!server.listening) return;
  const closed = once(server, 'close').then(() => undefined);
  closings.set(server, closed);
  // A client that knows it sends no more requests into a connection that is being closed.
  for (const res of answersOf.get(server)!) res.shouldKeepAlive = false;
  // Not the HTTP server's own close: it would end kept connections, with the requests that are arriving in them.
  NetServer.prototype.close.call(server);
  await world.sleepUnless(closed, LAST_WORDS_MS);
  await world.sleepUnless(allAnswered(server), ANSWERED_MS);
  server.closeIdleConnections();
}

// What is left by then: responses on their last metres, and clients that never finish their request.
const LEFT_MS = 1000;

/** Accepts no more connections, answers what is under way and ends the remaining connections. */
export async function close(server: Server): Promise<void> {
  await drainServer(server);
  const closed = closings.get(server);
  if (!closed) return; // it never listened
  await world.sleepUnless(closed, LEFT_MS);
  server.closeAllConnections();
  await closed;
}

const answersOf = new WeakMap<Server, Set<ServerResponse>>();
const closings = new WeakMap<Server, Promise<void>>();

async function allAnswered(server: Server): Promise<void> {
  const answers = answersOf.get(server)!;
  while (answers.size > 0)
    await Promise.all([...answers].map((res) => new Promise((resolve) => res.once('close', resolve))));
}
