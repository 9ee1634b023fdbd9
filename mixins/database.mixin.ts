import { settingsOf } from '#lib/broker';
import { openPool } from '#lib/database';
import { defineMixin, type Service } from '#lib/service';

/** Gives a service its own Postgres database, and says whether it answers. Stands last among the mixins: first made, last closed. */
export const database = defineMixin<Service>({
  created() {
    this.db = openPool(urlOf(this), (error) =>
      this.logger.warn(`A connection to Postgres broke: ${error.message}`),
    );
  },
  async stopped() {
    // The pool does not wait until its connections have closed: that Postgres ends one of them now is no news.
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
