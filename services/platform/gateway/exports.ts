// Exports: the pages of an action, one after the other, as one file. A page is read once the client has taken the last: however
// many rows there are, an export holds one page of them.
import { fail } from '#lib/errors';
import type { Broker, Meta } from '#lib/service';
import { world } from '#lib/world';
import { columnsOf, formatOf, type Row } from './export-formats.ts';
import type { Request, Response } from './http.ts';
import { isDocument, type Route } from './routes.ts';

/** What an exporting action answers: rows, or a part of a document. */
export interface Page {
  data?: Row[];
  text?: string;
  next_cursor: string | null;
}

// Each holds a page, of 4 MB at most where every message is as long as it may be.
const LIMIT = 20;
// The pledges and the donors of a campaign, say.
const OF_ONE_CALLER = 2;
// A document goes through all services.
const DOCUMENTS_OF_ONE_CALLER = 1;
// Half of a service's connections (lib/database.ts): the others are for everybody else.
const READING_AT_ONCE = 2;
// A client that has taken nothing for so long has gone.
const PATIENCE_MS = 30_000;

/** The exports of a gateway: few at once, and fewer of one caller. */
export class Exports {
  readonly #broker: Pick<Broker, 'call' | 'logger'>;
  readonly #limit: number;
  readonly #open = new Map<Response, { user_id: string; route: Pick<Route, 'name'> }>();
  readonly #turns: (() => void)[] = [];
  #reading = 0;
  #isClosed = false;

  constructor(broker: Pick<Broker, 'call' | 'logger'>, { limit = LIMIT } = {}) {
    this.#broker = broker;
    this.#limit = limit;
  }

  /** The number of exports under way. */
  get count(): number {
    return this.#open.size;
  }

  /** Gives `res` a place until it is closed. Throws EXPORTS_UNDER_WAY, BUSY, and UNAVAILABLE once the exports are closed. */
  admit(res: Response, user_id: string, route: Pick<Route, 'name' | 'contract'>): void {
    if (this.#isClosed) throw fail('UNAVAILABLE');
    if (res.destroyed) return;
    const own = [...this.#open.values()].filter((each) => each.user_id === user_id);
    const same = own.filter((each) => each.route.name === route.name);
    if (own.length >= OF_ONE_CALLER || (isDocument(route.contract) && same.length >= DOCUMENTS_OF_ONE_CALLER))
      throw fail('EXPORTS_UNDER_WAY');
    if (this.#open.size >= this.#limit) throw fail('BUSY');
    this.#open.set(res, { user_id, route });
    res.once('close', () => this.#open.delete(res));
  }

  /**
   * Begins to respond with `first`, and goes on by itself; `sign` says who calls for each page. Throws UNAVAILABLE once the
   * exports are closed.
   */
  open(
    req: Request,
    res: Response,
    route: Pick<Route, 'name' | 'contract'>,
    first: Page,
    sign: () => Promise<string>,
  ): void {
    if (this.#isClosed) throw fail('UNAVAILABLE');
    if (res.destroyed) return;
    const next = (cursor: string) =>
      this.#inTurn(async () => {
        const meta: Meta = { signed_caller: await sign() };
        return this.#broker.call<Page, object>(
          route.name,
          { ...req.$params, cursor },
          { meta, requestID: req.id },
        );
      });
    send(req, res, route, first, next).catch((error: unknown) => {
      if (res.destroyed) return; // the client left, or this node stops
      this.#broker.logger.error(`${req.id} ${route.name} was cut off`, error);
      cut(res);
    });
  }

  /** Cuts all off and accepts no more. Does not wait. */
  close(): void {
    this.#isClosed = true;
    for (const res of this.#open.keys()) if (res.headersSent) cut(res);
  }

  async #inTurn<T>(read: () => Promise<T>): Promise<T> {
    if (this.#reading >= READING_AT_ONCE) await new Promise<void>((resolve) => this.#turns.push(resolve));
    else this.#reading++;
    try {
      return await read();
    } finally {
      const waiting = this.#turns.shift();
      if (waiting) waiting();
      else this.#reading--;
    }
  }
}

/** Rejects where a page can't be read: then the file must not look whole. */
async function send(
  req: Request,
  res: Response,
  { contract }: Pick<Route, 'contract'>,
  first: Page,
  next: (cursor: string) => Promise<Page>,
): Promise<void> {
  const format = fileOf(req, contract);
  res.appendHeader('vary', 'accept');
  res.writeHead(200, {
    'content-type': format.type,
    'content-disposition': `attachment; filename="${nameOf(req)}.${format.extension}"`,
    'cache-control': 'no-store',
    // nginx would collect rows in a file.
    'x-accel-buffering': 'no',
  });
  let page = first;
  let text = format.head + format.textOf(page);
  for (;;) {
    if (text !== '' && !res.write(text)) await taken(res);
    if (res.destroyed || page.next_cursor === null) break;
    page = await next(page.next_cursor);
    text = format.textOf(page);
  }
  res.end();
}

/** How the pages of an action become a file. */
function fileOf(req: Request, contract: Route['contract']) {
  if (isDocument(contract))
    return { type: 'application/json', extension: 'json', head: '', textOf: ({ text = '' }: Page) => text };
  const columns = columnsOf(contract);
  const { type, extension, head, lines } = formatOf(req.$params['format'], req.headers);
  const textOf = ({ data = [] }: Page) => lines(columns, data);
  return { type, extension, head: head(columns), textOf };
}

/** Resolves once the client has taken what was written, or is gone. */
async function taken(res: Response): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  res.once('drain', resolve);
  res.once('close', resolve);
  await world.sleepUnless(promise, PATIENCE_MS);
  res.off('drain', resolve);
  res.off('close', resolve);
  if (res.writableNeedDrain) cut(res);
}

/**
 * Ends the connection without the end of the body. By a reset: to HTTP/1.0, which proxies speak, the body ends where the
 * connection is closed in order.
 */
function cut(res: Response): void {
  res.socket?.resetAndDestroy();
  res.destroy();
}

/** As in pledges-2026-01-31 and <campaign>-donors-2026-01-31. */
function nameOf({ $params, url }: Request): string {
  const what = new URL(url, 'http://any').pathname.split('/').at(-1)!;
  const campaign_id = $params['campaign_id'] as string | undefined;
  return [...(campaign_id === undefined ? [] : [campaign_id]), what, world.now().slice(0, DAY)].join('-');
}

const DAY = '2026-01-31'.length;
