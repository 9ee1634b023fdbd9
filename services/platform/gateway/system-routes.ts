// The gateway's own routes, for operators and for developers of clients. They need no token.
import { sharing } from '#lib/coalescing';
import { EXPOSITION_TYPE, exposition } from '#lib/metrics';
import type { Broker } from '#lib/service';
import type { Health } from './health.ts';
import { sendPage, type WebPage } from './pages.ts';
import { referenceFiles } from './reference.ts';
import { sendStaticFile, staticFile, type StaticFile } from './static-files.ts';
import { send, type Request, type Response } from './http.ts';

/** Liveness: answered as long as the process can answer anything. */
export const LIVENESS = '/livez';

/** Who watches over the platform must get an answer however many others ask. */
export const PROBES: readonly string[] = [LIVENESS, '/readyz', '/health', '/metrics'];

type Handler = (req: Request, res: Response, next: (error: unknown) => void) => void;

/** Handlers by route. `documents` (JSON) and `pages` never change; both are by path. */
export function systemAliases(
  broker: Broker,
  health: () => Promise<Health>,
  documents: Readonly<Record<string, string>>,
  pages: Readonly<Record<string, WebPage>>,
): Record<string, Handler> {
  const measured = sharing(() => exposition(broker));
  const live = JSON.stringify({ status: 'live' });
  const ready = answering(async (res) => {
    const found = await health();
    send(res, found.status === 'ready' ? 200 : 503, 'application/json', JSON.stringify(found));
  });
  return {
    [`GET ${LIVENESS}`]: answering(async (res) => send(res, 200, 'application/json', live)),
    'GET /readyz': ready,
    'GET /health': ready,
    'GET /metrics': answering(async (res) => send(res, 200, EXPOSITION_TYPE, await measured())),
    ...serving({ ...filesOf(documents), ...referenceFiles() }, (res, file, req) =>
      sendStaticFile(req, res, file),
    ),
    ...serving(pages, async (res, page) => sendPage(res, 200, page)),
  };
}

const filesOf = (documents: Readonly<Record<string, string>>): Record<string, StaticFile> =>
  Object.fromEntries(
    Object.entries(documents).map(([path, text]) => [path, staticFile('application/json', async () => text)]),
  );

const serving = <T>(
  contents: Readonly<Record<string, T>>,
  sendIt: (res: Response, content: T, req: Request) => Promise<void>,
): Record<string, Handler> =>
  Object.fromEntries(
    Object.entries(contents).map(([path, content]) => [
      `GET ${path}`,
      answering((res, req) => sendIt(res, content, req)),
    ]),
  );

// moleculer-web doesn't await a handler: its error would end the process.
const answering =
  (handler: (res: Response, req: Request) => Promise<void>): Handler =>
  (req, res, next) =>
    void handler(res, req).catch(next);
