import type { Config } from '#config';
import { createNode, type Settings } from '#lib/broker';
import { Mesh, MeshTransporter } from '#lib/mesh';
import { place } from '#lib/placement';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '#lib/postgres/embedded';
import { migrate } from '#lib/postgres/migrate';
import { provision } from '#lib/postgres/provision';
import { derive, masterSecretOf, operatorKeyOf } from '#lib/postgres/secrets';
import type { Broker, ServiceDefinition } from '#lib/service';
import { assertContracts, loadOf, loadServices, subscribersOf } from '#lib/services';
import { startPool } from '#lib/worker-pool';
import { world } from '#lib/world';
import type { BrokerOptions } from 'moleculer';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Worker } from 'node:worker_threads';

// Two for group commits, one for reads, one to spare, and the one that listens and relays.
const CONNECTIONS_PER_SERVICE = 5;

export interface Platform {
  /** The main thread's node. All services can be called there, wherever they run. */
  broker: Broker;
  /** The living threads, by the id of their node; none where everything runs in the main thread. */
  workers: ReadonlyMap<string, Worker>;
  /** Whether a warm thread is ready to replace the next that ends. */
  hasSpare(): boolean;
  /** The names of the services that run here. */
  services: readonly string[];
  /** Answers what is under way, then stops everything that was started. */
  stop(): Promise<void>;
}

/**
 * Starts a platform: finds or starts Postgres, migrates every service's database, then starts the node, or a node in each
 * worker thread. Throws an Error that names the obstacle.
 */
export async function startPlatform(config: Config, options: BrokerOptions): Promise<Platform> {
  const services = await loadServices(config.services);
  assertContracts(services, await loadServices(null));
  const postgres =
    config.database_url === null ? await startEmbeddedPostgres({ dataDir: config.data_dir }) : null;
  try {
    const settings = await prepare(config, services, postgres);
    // Stops with the node, whoever stops that: the REPL's `quit` knows of nothing else.
    const ending: Ending[] = [() => postgres?.stop()];
    const begin = config.workers > 0 ? runThreads : runAlone;
    const { broker, ...threads } = await begin({ services, options, settings, ending }).catch(
      (error: unknown) => {
        throw remedied(error, config);
      },
    );
    const names = services.map(({ name }) => name);
    return { broker, ...threads, services: names, stop: () => broker.stop() };
  } catch (error) {
    await postgres?.stop();
    throw error;
  }
}

function remedied(error: unknown, { host, port }: Config): unknown {
  const remedy = REMEDIES.get((error as NodeJS.ErrnoException).code ?? '');
  return remedy ? new Error(`Can't listen on port ${port} of ${host}: ${remedy}`, { cause: error }) : error;
}

type Ending = () => Promise<void> | undefined;

interface Plan {
  services: ServiceDefinition[];
  options: BrokerOptions;
  settings: Settings;
  /** What to stop after the node, in this order. */
  ending: Ending[];
}

type Running = Pick<Platform, 'broker' | 'workers' | 'hasSpare'>;

const endAll = async (ending: Ending[]) => {
  for (const end of ending) await end();
};

/** Starts the node; when that fails, stops again what was started. */
async function runAlone({ services, options, settings, ending }: Plan): Promise<Running> {
  const broker = createNode({ ...options, stopped: () => endAll(ending) }, settings, services);
  await broker.start().catch(async (error: unknown) => {
    await broker.stop();
    throw error;
  });
  return { broker, workers: new Map(), hasSpare: () => false };
}

/** Starts a node without services here and the others in threads; when that fails, stops again what was started. */
async function runThreads({ services, options, settings, ending }: Plan): Promise<Running> {
  const names = services.map(({ name }) => name);
  if (names.includes('gateway')) await assertFree(settings);
  const nodeID = options.nodeID ?? world.newId();
  const mesh = new Mesh();
  const broker = createNode(
    {
      ...options,
      nodeID,
      metadata: { process_id: nodeID },
      transporter: new MeshTransporter(mesh),
      stopped: () => endAll(ending),
    },
    settings,
    [],
  );
  await broker.start();
  try {
    const pool = await startPool({
      nodeID,
      mesh,
      settings: { ...settings, shares_port: true },
      placement: place(names, settings.workers, settings.replicas, loadOf(services)),
      log: (text, error) => broker.logger.error(text, error),
    });
    // Before Postgres.
    ending.unshift(() => pool.stop());
    await broker.waitForServices(names);
    return { broker, workers: pool.workers, hasSpare: pool.hasSpare };
  } catch (error) {
    await broker.stop();
    throw error;
  }
}

/**
 * Threads that share a port would silently share it with any other program of this user that does the same; so the port is
 * first opened exclusively.
 */
async function assertFree({ host, port }: Config): Promise<void> {
  const probe = createServer().listen({ host, port });
  await once(probe, 'listening');
  probe.close();
  await once(probe, 'close');
}

const REMEDIES = new Map([
  ['EADDRINUSE', 'another program does. Stop that one, or set another PORT.'],
  ['EACCES', 'this user may not. Set a PORT of 1024 or more.'],
  ['EADDRNOTAVAIL', 'it is no address of this machine. Set HOST to one, or to 0.0.0.0 for all.'],
  ['ENOTSUP', 'here several threads can not listen on one. Set WORKERS=0.'],
  ['ENOTFOUND', 'there is no such host. Set HOST to an address of this machine, or to 0.0.0.0 for all.'],
]);

/** Prepares the settings of the node: each service's database, migrated, and the secrets. */
async function prepare(
  config: Config,
  services: ServiceDefinition[],
  postgres: EmbeddedPostgres | null,
): Promise<Settings> {
  const adminUrl = postgres?.adminUrl ?? config.database_url!;
  const secret = postgres?.secret ?? masterSecretOf(adminUrl);
  const keeping = services.filter(({ database }) => database);
  const provisioned = await provision({
    adminUrl,
    services: keeping.map(({ name }) => name).filter((name) => !config.database_urls[name]),
    prefix: 'commonweal_',
    roleSecret: derive(secret, 'roles'),
    connectionsPerService: CONNECTIONS_PER_SERVICE * instancesOf(config),
  });
  const databases = { ...Object.fromEntries(provisioned), ...config.database_urls };
  await Promise.all(keeping.map((service) => migrate({ ...service, url: databases[service.name]! })));
  return {
    ...config,
    databases,
    subscribers: subscribersOf(services),
    link_secret: derive(secret, 'links'),
    caller_secret: derive(secret, 'callers'),
    operator_key: operatorKeyOf(secret),
    sandbox_webhook_secrets: config.sandbox_webhook_secrets ?? [
      Buffer.from(derive(secret, 'sandbox webhooks')).toString('base64'),
    ],
  };
}

// One more than run at once: the connections of an ended thread stay until Postgres has noticed, statements and all.
const instancesOf = ({ workers, replicas }: Config) => (workers > 0 ? Math.min(workers, replicas) + 1 : 1);
