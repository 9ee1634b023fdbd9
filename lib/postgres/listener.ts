import { CONNECTION, getTypeParser, type Database } from '#lib/database';
import { world } from '#lib/world';
import pg from 'pg';

const RECONNECTS_MS = 200;

interface Listening<Channel extends string> {
  url: string;
  /** In Postgres' notation. */
  channels: readonly Channel[];
  warn(what: string, error: unknown): void;
}

/**
 * A service's one permanent connection: it listens, and its session may hold a lock. When it breaks it is replaced.
 * Notifications in between are lost, so everybody is woken then.
 */
export class Listener<Channel extends string> implements Database {
  #setup: Listening<Channel>;
  #wakers = new Map<Channel, () => void>();
  #client: pg.Client;
  #connected = Promise.withResolvers<pg.Client>();
  #keeping: Promise<void> | undefined;
  #isClosed = false;

  constructor(setup: Listening<Channel>) {
    this.#setup = setup;
    this.#client = this.#newClient();
  }

  /** Calls `wake` at each NOTIFY of the channel, and when something may have been missed. */
  on(channel: Channel, wake: () => void): void {
    this.#wakers.set(channel, wake);
  }

  open(): void {
    this.#keeping = this.#keep();
  }

  /** The connection, once it is open. */
  connected(): Promise<pg.Client> {
    return this.#connected.promise;
  }

  /** Rejects at once where the connection is broken. */
  query: Database['query'] = ((...query: Parameters<pg.Client['query']>) =>
    this.#client.query(...query)) as Database['query'];

  async close(): Promise<void> {
    this.#isClosed = true;
    if (this.#keeping) await this.#client.end();
    await this.#keeping;
  }

  async #keep() {
    const { channels, warn } = this.#setup;
    let isNews = true;
    while (!this.#isClosed) {
      const client = this.#client;
      const ended = new Promise((resolve) => client.once('end', resolve));
      try {
        await client.connect();
        await client.query(channels.map((channel) => `listen ${channel}`).join(';'));
        isNews = true;
        this.#connected.resolve(client);
        for (const wake of this.#wakers.values()) wake();
        await ended;
        this.#connected = Promise.withResolvers();
        throw new Error('Connection terminated');
      } catch (error) {
        if (this.#isClosed) return;
        if (isNews) warn('The connection that listens broke', error);
        isNews = false;
        await client.end().catch(() => {}); // broken already
        await world.sleep(RECONNECTS_MS);
        this.#client = this.#newClient();
      }
    }
  }

  #newClient(): pg.Client {
    const client = new SerialClient({
      connectionString: this.#setup.url,
      ...CONNECTION,
      types: { getTypeParser },
    });
    // Its queries reject as well, and 'end' follows.
    client.on('error', () => {});
    client.on('notification', ({ channel }) => this.#wakers.get(channel as Channel)?.());
    return client;
  }
}

/** Sends a statement when the one before has ended: several callers share the connection, and pg no longer queues for them. */
class SerialClient extends pg.Client {
  #last: Promise<unknown> = Promise.resolve();

  override query = ((...query: Parameters<pg.Client['query']>) => {
    const answered = this.#last.then(() => super.query(...query));
    this.#last = answered.catch(() => {});
    return answered;
  }) as pg.Client['query'];
}
