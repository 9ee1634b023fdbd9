import { settingsOf } from '#lib/broker';
import { openPool } from '#lib/database';
import { Listener } from '#lib/postgres/listener';
import { defineMixin, type Service } from '#lib/service';

/** A service with the connection that wakes its relay and its timers; the services of a node share one. */
export type Woken = Service & { listener: Listener<'outbox' | 'timers'> };

/** Gives a service its own Postgres database and a health check. Must be the last mixin: created first, closed last. */
export const database = defineMixin<Woken>({
  created() {
    this.db = openPool(urlOf(this), (error) =>
      this.logger.warn(`A connection to Postgres broke: ${error.message}`),
    );
    this.listener = new Listener({
      url: urlOf(this),
      channels: ['outbox', 'timers'],
      warn: (what, error) => this.logger.warn(what, error),
    });
  },
  started() {
    this.listener.open();
    return Promise.resolve();
  },
  async stopped() {
    await this.listener.close();
    // The pool does not wait for its connections to close: an error of one is expected from here on.
    this.db.removeAllListeners('error').on('error', () => {});
    await this.db.end();
  },
  actions: {
    health: {
      visibility: 'public',
      async handler() {
        await this.db.query('select 1');
      },
    },
  },
});

/** Where a service's database is. */
export function urlOf({ name, broker }: Service): string {
  const url = settingsOf(broker).databases[name];
  if (!url) throw new Error(`No database was made for the service '${name}'`);
  return url;
}
