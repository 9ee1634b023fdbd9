// Server-sent events (WHATWG HTML, 9.2): what an action answers, sent to all who watch it whenever its `version` has risen.
import { fail } from '#lib/errors';
import type { Broker } from '#lib/service';
import { world } from '#lib/world';
import type { Request, Response } from './http.ts';
import type { Route } from './routes.ts';

/** What is told again and again: absolute, so that whoever gets the newest has missed nothing. */
export interface Versioned {
  version: number;
}

/** These may have changed. Hints get lost: nothing depends on them but how soon it is seen. */
export interface Hint {
  name: string;
  params: object[];
}

interface Watch {
  name: string;
  params: object;
  event: string;
  version: number;
  /** The newest, as it is sent. */
  text: string;
  streams: Set<Stream>;
  isLooking: boolean;
  isHinted: boolean;
}

interface Stream {
  res: Response;
  /** The version that it was sent last. */
  sent: number;
}

// Half of the connections that a gateway takes: the others are for requests.
const LIMIT = 5000;
// Behind the hints, which may be lost.
const LOOK_MS = 1000;
// At most 20 events a second: nobody reads faster, and to 1,000 who watch they are 20,000 writes.
const PACE_MS = 50;
// 15 s: proxies end what is silent for longer, the strictest after 30 s.
const LOOKS_PER_BEAT = 15;
// When those of a gateway that ended come again.
const RETRY_MS = 2000;

/** The streams of a gateway, `limit` at most. However many watch the same, it is asked for once. */
export class Streams {
  readonly #broker: Pick<Broker, 'call'>;
  readonly #limit: number;
  readonly #look_ms: number;
  readonly #watches = new Map<string, Watch>();
  #count = 0;
  #isClosed = false;
  #isTicking = false;
  #closing = Promise.withResolvers<void>();

  constructor(broker: Pick<Broker, 'call'>, { limit = LIMIT, look_ms = LOOK_MS } = {}) {
    this.#broker = broker;
    this.#limit = limit;
    this.#look_ms = look_ms;
  }

  /** How many there are. */
  get count(): number {
    return this.#count;
  }

  /**
   * Answers a request with a stream. It begins with `first`, unless its Last-Event-ID says that this is known.
   * Throws BUSY, and UNAVAILABLE once they are closed.
   */
  open(req: Request, res: Response, route: Pick<Route, 'name' | 'service'>, first: Versioned): void {
    if (this.#isClosed) throw fail('UNAVAILABLE');
    if (this.#count >= this.#limit) throw fail('BUSY');
    if (res.destroyed) return;
    begin(res);
    const watch = this.#watchOf(route, req.$params);
    take(watch, first);
    const isKnown = req.headers['last-event-id'] === String(watch.version);
    const stream: Stream = { res, sent: isKnown ? watch.version : -1 };
    this.#add(watch, stream);
    send(watch, stream);
    void this.#tick();
  }

  /** Looks at what is watched of it, now. */
  hint({ name, params }: Hint): void {
    for (const each of params) {
      const watch = this.#watches.get(keyOf(name, each));
      if (watch) void this.#look(watch);
    }
  }

  /** Ends all streams and takes no more. Waits for nobody. */
  close(): void {
    this.#isClosed = true;
    this.#closing.resolve();
    for (const { res } of this.#all()) part(res);
  }

  #watchOf({ name, service }: Pick<Route, 'name' | 'service'>, params: object): Watch {
    const key = keyOf(name, params);
    const watch = this.#watches.get(key) ?? {
      name,
      params,
      event: service,
      version: -1,
      text: '',
      streams: new Set(),
      isLooking: false,
      isHinted: false,
    };
    this.#watches.set(key, watch);
    return watch;
  }

  #add(watch: Watch, stream: Stream) {
    watch.streams.add(stream);
    this.#count++;
    stream.res.on('drain', () => send(watch, stream));
    stream.res.on('close', () => {
      watch.streams.delete(stream);
      this.#count--;
      if (watch.streams.size === 0) this.#watches.delete(keyOf(watch.name, watch.params));
    });
  }

  /** One look at a time: what is hinted at meanwhile is seen by the next. */
  async #look(watch: Watch): Promise<void> {
    watch.isHinted = true;
    if (watch.isLooking) return;
    watch.isLooking = true;
    while (watch.isHinted && watch.streams.size > 0) {
      watch.isHinted = false;
      // What fails now is looked for again within a second; those who watch can do nothing about it.
      const found = await this.#broker
        .call<Versioned, object>(watch.name, watch.params)
        .catch(() => undefined);
      if (found) take(watch, found);
      await world.sleep(PACE_MS);
    }
    watch.isLooking = false;
  }

  /** Looks at all that is watched, for as long as there is something. */
  async #tick(): Promise<void> {
    if (this.#isTicking) return;
    this.#isTicking = true;
    for (let looks = 1; this.#watches.size > 0 && !this.#isClosed; looks++) {
      // A new promise each time: of one that lasts, what waits for it would pile up.
      this.#closing = Promise.withResolvers();
      await world.sleepUnless(this.#closing.promise, this.#look_ms);
      for (const watch of this.#watches.values()) void this.#look(watch);
      if (looks % LOOKS_PER_BEAT === 0) for (const { res } of this.#all()) beat(res);
    }
    this.#isTicking = false;
  }

  #all(): Stream[] {
    return [...this.#watches.values()].flatMap(({ streams }) => [...streams]);
  }
}

const keyOf = (name: string, params: object) => `${name} ${JSON.stringify(params)}`;

function begin(res: Response) {
  // Once it ends there is nothing to keep the connection for.
  res.shouldKeepAlive = false;
  res.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    // nginx would collect events until it has a page of them.
    'x-accel-buffering': 'no',
  });
  res.write(`retry: ${RETRY_MS}\n\n`);
}

function take(watch: Watch, found: Versioned) {
  if (found.version <= watch.version) return;
  watch.version = found.version;
  watch.text = `id: ${found.version}\nevent: ${watch.event}\ndata: ${JSON.stringify(found)}\n\n`;
  for (const stream of watch.streams) send(watch, stream);
}

/** Sends the newest. Who reads too slowly gets it once the rest is read: what came between is never sent. */
function send({ version, text }: Watch, stream: Stream) {
  if (stream.sent === version || stream.res.writableNeedDrain) return;
  stream.sent = version;
  stream.res.write(text);
}

/** Who has read nothing since what filled the connection is not there any more. */
const beat = (res: Response) => (res.writableNeedDrain ? res.destroy() : res.write(':\n\n'));

/** The end waits for nobody who doesn't read. */
const part = (res: Response) => (res.writableNeedDrain ? res.destroy() : res.end());
