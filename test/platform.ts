// A platform of its own for a test: real Postgres, real nodes, and real HTTP where the gateway is among its services.
import type { ActionName, MessageName, Params, Payload, Result } from '#contracts';
import { createNode, type Settings } from '#lib/broker';
import type { Caller } from '#lib/caller';
import { signCaller } from '#lib/signed-caller';
import { freePort } from '#lib/postgres/postmaster';
import type { Broker, Meta, Service, ServiceDefinition } from '#lib/service';
import { loadServices } from '#lib/services';
import { world } from '#lib/world';
import { testDatabases, testPool } from '#test/postgres';
import { readConfig } from '#config';
import { noRateLimits } from '#config.door';
import type { DeliveryOutcome } from '#mixins/inbox';
import { brokerOptions } from '../moleculer.config.ts';
import type pg from 'pg';

// Sooner than jest's own limit, whose error says less.
const HANGS_MS = 4 * 60_000;

/** For effects that take a few turns: polls every 5 ms, for 4 minutes at most. */
export async function until<T>(look: () => Promise<T> | T): Promise<NonNullable<T>> {
  const deadline_ms = performance.now() + HANGS_MS;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (performance.now() > deadline_ms) throw new Error(`Not within 4 minutes: ${look.toString()}`);
    await world.sleep(5);
  }
}

/** The operator's key of a test's platform. */
export const OPERATOR_KEY = 'o'.repeat(43);

export type TestPlatform = Awaited<ReturnType<typeof startTestPlatform>>;

/**
 * `nodes` nodes, each with all of `services`, on one set of fresh databases, as on several machines. `own` are services that
 * the test itself defines.
 */
export async function startTestPlatform({
  services: names = null as string[] | null,
  own = [] as ServiceDefinition[],
  nodes: count = 1,
  settings: overrides = {},
} = {}) {
  const services = [...(await loadServices(names)), ...own];
  const databases = await testDatabases(services.filter(({ database }) => database));
  const keeping = [...databases.urls.keys()];
  const port = await freePort();
  const settings: Settings = {
    ...readConfig({ PORT: String(port) }),
    databases: Object.fromEntries(databases.urls),
    sandbox_webhook_secrets: [Buffer.from('a secret of the tests, 32 bytes.').toString('base64')],
    link_secret: 'a secret of the tests, for links',
    caller_secret: 'a secret of the tests, for callers',
    operator_key: OPERATOR_KEY,
    // Hundredths of production's delays: 10, 20 and 40 ms.
    retry_delays_ms: [10, 20, 40],
    // All clients of a test have one address.
    guest_pledges_per_minute: 0,
    rate_limits: noRateLimits,
    ...overrides,
  };
  const nodes = Array.from({ length: count }, () =>
    createNode({ ...brokerOptions(settings), logger: false }, settings, services),
  );
  await Promise.all(nodes.map((node) => node.start()));
  const pools = new Map<string, pg.Pool>();

  return {
    nodes,
    settings,
    url: settings.public_url,
    /** Calls an action on a node, as the gateway would for `caller`. */
    call: <N extends ActionName>(name: N, params: Params<N>, by: By = {}, on = 0): Promise<Result<N>> =>
      nodeOf(nodes, on).call<Result<N>, Params<N>>(name, params, { meta: metaOf(settings, by) }),
    /** Delivers messages as a relay would, in one batch. */
    deliver: (service: string, deliveries: object[], on = 0): Promise<DeliveryOutcome> =>
      nodeOf(nodes, on).call<DeliveryOutcome, object>(`${service}.deliver`, { deliveries }),
    service: (name: string, on = 0) => nodeOf(nodes, on).getLocalService(name) as unknown as Service,
    /** A connection of the test's own to a service's database. */
    db(service: string): pg.Pool {
      const pool = pools.get(service) ?? testPool({ connectionString: settings.databases[service]!, max: 4 });
      pools.set(service, pool);
      return pool;
    },
    async count(service: string, from: string, ...values: unknown[]): Promise<number> {
      const { rows } = await this.db(service).query(`select count(*)::int n from ${from}`, values);
      return (rows[0] as { n: number }).n;
    },
    /** Locks a row as a rival transaction would; returns its release. */
    async hold(service: string, table: string, id: string): Promise<() => Promise<void>> {
      const rival = await this.db(service).connect();
      await rival.query('begin');
      await rival.query(`select from ${table} where id = $1 for update`, [id]);
      return async () => {
        await rival.query('commit');
        rival.release();
      };
    },
    /** Races are staged, not hoped for: resolves once `blocked` queries are stuck behind a lock. */
    async blocked(service: string, blocked: number): Promise<void> {
      const stuck = `pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
      await until(async () => (await this.count(service, stuck)) >= blocked);
    },
    /** Resolves once every message has been published and delivered, and every due timer has fired at least once. */
    async quiet(): Promise<void> {
      // While the databases are read one after another, a message may go from one that is still to be read to one that was
      // read already. Not if none was published between two readings of them all.
      let before: string | undefined;
      await until(async () => {
        const outboxes = await Promise.all(keeping.map((service) => outboxOf(this.db(service))));
        const now = outboxes.every(({ left }) => left === 0)
          ? outboxes.map(({ last }) => last).join()
          : undefined;
        const isQuiet = now !== undefined && now === before;
        before = now;
        return isQuiet;
      });
    },
    async stop(): Promise<void> {
      await Promise.all(nodes.map((node) => node.stop()));
      await Promise.all([...pools.values()].map((pool) => pool.end()));
      await databases.drop();
    },
  };
}

/** Who calls, before it is signed. */
export type By = Meta & { caller?: Caller };

export const metaOf = ({ caller_secret }: Pick<Settings, 'caller_secret'>, { caller, ...meta }: By): Meta =>
  caller ? { ...meta, signed_caller: signCaller(caller_secret, caller) } : meta;

/** A message as a relay delivers it. */
export const delivery = <N extends MessageName>(
  name: N,
  key: string,
  payload: Payload<N>,
  id = world.newId(),
) => ({
  id,
  name,
  key,
  payload,
  published_at: world.now(),
  causation_id: null,
  user_id: null,
});

/** How many messages are pending, and the number of the last that was ever published. */
async function outboxOf(db: pg.Pool): Promise<{ left: number; last: string }> {
  const { rows } = await db.query<{ left: number; last: string }>(
    `select (select count(*) from outbox)::int + (select count(*) from deliveries)::int
       + (select count(*) from timers where due_at <= now() and attempts = 0 and name not like 'retention %')::int "left",
       last_value::text || is_called last
     from outbox_seq_seq`,
  );
  return rows[0]!;
}

const nodeOf = (nodes: Broker[], on: number): Broker => nodes[on]!;
