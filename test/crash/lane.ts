// A set of databases, and one node on them at a time: when it crashes, another replaces it.
import { readConfig } from '#config';
import { noRateLimits } from '#config.door';
import { createNode, type Settings } from '#lib/broker';
import { freePort } from '#lib/postgres/postmaster';
import type { Broker, ServiceDefinition } from '#lib/service';
import { loadServices } from '#lib/services';
import { world } from '#lib/world';
import type { Answer } from '#test/client';
import { openWire, type Failpoint, type Wire } from '#test/failpoints';
import { OPERATOR_KEY, until } from '#test/platform';
import { testDatabases, testPool } from '#test/postgres';
import type { Server } from 'node:http';
import type pg from 'pg';
import { brokerOptions } from '../../moleculer.config.ts';

export type Lane = Awaited<ReturnType<typeof openLane>>;

interface Running {
  url: string;
  node: Broker;
  wire: Wire;
}

const SECRET = Buffer.from('a secret of the tests, 32 bytes.').toString('base64');
/** By this name Postgres distinguishes the test's connections from those of nodes. */
const OURS = 'test';

export async function openLane() {
  const services = await loadServices(null);
  const databases = await testDatabases(services.filter(({ database }) => database));
  const keeping = [...databases.urls.keys()];
  const urls = Object.fromEntries(databases.urls);
  const pools = new Map(
    keeping.map((service) => [
      service,
      testPool({ connectionString: urls[service]!, application_name: OURS, max: 2 }),
    ]),
  );
  const db = (service: string) => pools.get(service)!;
  const stopping: Promise<void>[] = [];
  let crashed_at: string | undefined;
  let isClosing = false;
  let failure: unknown;
  let current: Running | undefined = await start();

  async function start(): Promise<Running> {
    const running = await startNode(services, urls);
    void running.wire.wasCut.then(() => replace(running).catch((error: unknown) => (failure = error)));
    return running;
  }

  async function replace({ node, wire }: Running): Promise<void> {
    if (isClosing) return;
    crashed_at = wire.cutAt();
    current = undefined;
    stopping.push(stop(node));
    await until(async () =>
      (await Promise.all(keeping.map((name) => othersIn(db(name))))).every((n) => n === 0),
    );
    // A dead node's leases run out in time.
    await Promise.all(keeping.map((name) => db(name).query('update timers set leased_until = null')));
    current = await start();
  }

  /** The running node, once there is one. */
  async function living(): Promise<Running> {
    await until(() => current ?? failure);
    if (!current) throw failure;
    return current;
  }

  return {
    urls,
    db,
    secret: SECRET,
    /** The platform's current URL. */
    url: async () => (await living()).url,
    /** Counts writes from now on; the node crashes at `at`, if given. */
    async arm(at: Failpoint | null): Promise<void> {
      crashed_at = undefined;
      (await living()).wire.arm(at);
    },
    /** Disables crashes. Returns this node's writes since `arm`, and the write at which a node crashed. */
    async disarm() {
      const writes = (await living()).wire.disarm();
      return { writes, crashed_at };
    },
    /** Repeats a request until its status is `wanted`, as clients and providers do. Throws where it is refused. */
    async insist(wanted: number, ask: (url: string) => Promise<Answer>): Promise<Answer['body']> {
      for (;;) {
        const answer = await ask((await living()).url).catch(cutOff);
        if (answer?.status === wanted) return answer.body;
        if (answer && answer.status < 500)
          throw new Error(`Answered ${answer.status} ${JSON.stringify(answer.body)}`);
        await world.sleep(5);
      }
    },
    /** Resolves once every message was delivered, and all due timers have fired. */
    async quiet(): Promise<void> {
      let before: string | undefined;
      await until(async () => {
        const found = await Promise.all(keeping.map((service) => underWay(db(service))));
        const now = current && found.every(({ left }) => left === 0) ? JSON.stringify(found) : undefined;
        const isQuiet = now !== undefined && now === before;
        before = now;
        return isQuiet;
      });
    },
    async close(): Promise<void> {
      const { node, wire } = await living();
      isClosing = true;
      await node.stop();
      wire.cut();
      await Promise.all(stopping);
      await Promise.all([...pools.values()].map((pool) => pool.end()));
      await databases.drop();
    },
  };
}

async function startNode(services: ServiceDefinition[], urls: Record<string, string>): Promise<Running> {
  const wire = await openWire(Object.values(urls)[0]!);
  const settings: Settings = {
    ...readConfig({ PORT: String(await freePort()) }),
    databases: Object.fromEntries(Object.entries(urls).map(([service, url]) => [service, wire.through(url)])),
    sandbox_webhook_secrets: [SECRET],
    link_secret: 'a secret of the tests, for links',
    caller_secret: 'a secret of the tests, for callers',
    operator_key: OPERATOR_KEY,
    retry_delays_ms: [10, 20, 40],
    guest_pledges_per_minute: 0,
    rate_limits: noRateLimits,
  };
  const node = createNode({ ...brokerOptions(settings), logger: false }, settings, services);
  await node.start();
  return { url: settings.public_url, node, wire };
}

/** Stops a crashed node: its timers, its relay and its server, which would continue without Postgres. */
async function stop(node: Broker): Promise<void> {
  for (const service of node.services as unknown as Mortal[]) {
    service.stopRelay?.abort();
    service.stopTimers?.abort();
    service.server?.close();
    service.server?.closeAllConnections();
  }
  await node.stop();
}

interface Mortal {
  stopRelay?: AbortController;
  stopTimers?: AbortController;
  server?: Server;
}

async function othersIn(db: pg.Pool): Promise<number> {
  const { rows } = await db.query<{ n: number }>(
    `select count(*)::int n from pg_stat_activity
     where datname = current_database() and backend_type = 'client backend' and application_name <> $1`,
    [OURS],
  );
  return rows[0]!.n;
}

/** How many messages are pending, and the number of the last that was published. */
async function underWay(db: pg.Pool): Promise<{ left: number; last: string }> {
  const { rows } = await db.query<{ left: number; last: string }>(
    `select ((select count(*) from outbox) + (select count(*) from deliveries) +
       (select count(*) from timers where due_at <= now() and name not like 'retention %'))::int "left",
       last_value::text || is_called last
     from outbox_seq_seq`,
  );
  return rows[0]!;
}

/** Throws, except where the connection broke, or there was none. */
function cutOff(error: Error): undefined {
  if (error.name !== 'TypeError' || !/^(fetch failed|terminated)$/.test(error.message)) throw error;
}
