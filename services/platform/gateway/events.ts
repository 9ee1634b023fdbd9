// Server-sent events (WHATWG HTML, 9.2): an action's result, sent to all watchers whenever its `version` has risen.
import { fail } from '#lib/errors';
import type { Broker } from '#lib/service';
import { world } from '#lib/world';
import type { Request, Response } from './http.ts';
import type { Route } from './routes.ts';

/** A result that is sent again and again: absolute, so that the newest replaces all earlier ones. */
export interface Versioned {
  version: number;
}

/** These may have changed. Hints may get lost: without them a change is only seen later. */
export interface Hint {
  name: string;
  params: object[];
}

interface Watch {
  name: string;
  params: object;
  event: string;
  version: number;
  /** The newest version, as it is sent. */
  text: string;
  streams: Set<Stream>;
  isLooking: boolean;
  isHinted: boolean;
}

interface Stream {
  res: Response;
  /** The version that was last sent to it. */
  sent: number;
}

// Half of the connections that a gateway accepts: the others are for requests.
const LIMIT = 5000;
// For changes whose hint was lost.
const LOOK_MS = 1000;
// At most 20 events a second: nobody reads faster, and for 1,000 watchers they are 20,000 writes.
const PACE_MS = 50;
// 15 s: proxies end silent connections, the strictest after 30 s.
const LOOKS_PER_BEAT = 15;
// When clients of a gateway that ended reconnect.
const RETRY_MS = 2000;

/** The streams of a gateway, `limit` at most. However many watch the same, it is read once. */
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

  /** The number of open streams. */
  get count(): number {
    return this.#count;
  }

  /**
   * Responds to a request with a stream. It begins with `first`, unless its Last-Event-ID says that the client has it.
   * Throws BUSY, and UNAVAILABLE once the streams are closed.
   */
  open(req: Request, res: Response, route: Pick<Route, 'name' | 'service'>, first: Versioned): void {
    if (this.#isClosed) throw fail('UNAVAILABLE');
    if (this.#count >= this.#limit) throw fail('BUSY');
    if (res.destroyed) return;
    begin(res);
    if (req.isHead) return void res.end();
    const watch = this.#watchOf(route, req.$params);
    take(watch, first);
    const isKnown = req.headers['last-event-id'] === String(watch.version);
    const stream: Stream = { res, sent: isKnown ? watch.version : -1 };
    this.#add(watch, stream);
    send(watch, stream);
    void this.#tick();
  }

  /** Reads the hinted results now, if they are watched. */
  hint({ name, params }: Hint): void {
    for (const each of params) {
      const watch = this.#watches.get(keyOf(name, each));
      if (watch) void this.#look(watch);
    }
  }

  /** Ends all streams and accepts no more. Does not wait. */
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

  /** One read at a time: a hint meanwhile causes the next. */
  async #look(watch: Watch): Promise<void> {
    watch.isHinted = true;
    if (watch.isLooking) return;
    watch.isLooking = true;
    while (watch.isHinted && watch.streams.size > 0) {
      watch.isHinted = false;
      // A failed read is repeated within a second; the watchers could do nothing about it.
      const found = await this.#broker
        .call<Versioned, object>(watch.name, watch.params)
        .catch(() => undefined);
      if (found) take(watch, found);
      await world.sleep(PACE_MS);
    }
    watch.isLooking = false;
  }

  /** Reads everything that is watched, as long as there is something. */
  async #tick(): Promise<void> {
    if (this.#isTicking) return;
    this.#isTicking = true;
    for (let looks = 1; this.#watches.size > 0 && !this.#isClosed; looks++) {
      // A new promise each time: on a lasting one, waiting callbacks would pile up.
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
  // Once the stream ends, its connection is not needed any more.
  res.shouldKeepAlive = false;
  res.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
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

/** Sends the newest version. A slow reader gets it after what is in its buffers: versions in between are never sent. */
function send({ version, text }: Watch, stream: Stream) {
  if (stream.sent === version || stream.res.writableNeedDrain) return;
  stream.sent = version;
  stream.res.write(text);
}

/** A client that has read nothing since its connection filled up has gone. */
const beat = (res: Response) => (res.writableNeedDrain ? res.destroy() : res.write(':\n\n'));

/** Ends a stream without waiting for a client that doesn't read. */
const part = (res: Response) => (res.writableNeedDrain ? res.destroy() : res.end());
