// Routes of the gateway's own, for those who run it and those who write against it. They need no token.
import { EXPOSITION_TYPE, exposition } from '#lib/metrics';
import type { Broker } from '#lib/service';
import type { Health } from './health.ts';
import { send, type Request, type Response } from './http.ts';

/** Where the process says that it lives: for as long as it can say anything. */
export const LIVENESS = '/livez';

type Handler = (req: Request, res: Response, next: (error: unknown) => void) => void;

/** Handlers by route. `documents`: JSON that never changes, by its path. */
export function houseAliases(
  broker: Broker,
  health: () => Promise<Health>,
  documents: Readonly<Record<string, string>>,
): Record<string, Handler> {
  const live = JSON.stringify({ status: 'live' });
  const ready = answering(async (res) => {
    const found = await health();
    send(res, found.status === 'ready' ? 200 : 503, 'application/json', JSON.stringify(found));
  });
  return {
    [`GET ${LIVENESS}`]: answering(async (res) => send(res, 200, 'application/json', live)),
    'GET /readyz': ready,
    'GET /health': ready,
    'GET /metrics': answering(async (res) => send(res, 200, EXPOSITION_TYPE, await exposition(broker))),
    ...Object.fromEntries(
      Object.entries(documents).map(([path, document]) => [
        `GET ${path}`,
        answering(async (res) => send(res, 200, 'application/json', document)),
      ]),
    ),
  };
}

// moleculer-web doesn't wait for a handler: what it throws would end the process.
const answering =
  (handler: (res: Response) => Promise<void>): Handler =>
  (_req, res, next) =>
    void handler(res).catch(next);
