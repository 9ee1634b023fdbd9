import type { Config } from '#config';
import { createNode, type Settings } from '#lib/broker';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '#lib/postgres/embedded';
import { migrate } from '#lib/postgres/migrate';
import { provision } from '#lib/postgres/provision';
import { derive, masterSecretOf } from '#lib/postgres/secrets';
import type { Broker, ServiceDefinition } from '#lib/service';
import { assertWhole, loadServices } from '#lib/services';
import type { BrokerOptions } from 'moleculer';

// Two lanes, one for reads, one to spare, and the relay's own.
const CONNECTIONS_PER_SERVICE = 5;

export interface Platform {
  broker: Broker;
  /** Answers what is under way, then stops everything that was started. */
  stop(): Promise<void>;
}

/**
 * Starts a platform: finds or starts Postgres, brings every service's database up to date, then runs the node.
 * Throws an Error that says what is in the way.
 */
export async function startPlatform(config: Config, options: BrokerOptions): Promise<Platform> {
  const services = await loadServices(config.services);
  assertWhole(services);
  const postgres =
    config.database_url === null ? await startEmbeddedPostgres({ dataDir: config.data_dir }) : null;
  try {
    const settings = await settle(config, services, postgres);
    // With the node, whoever stops it: the REPL's `quit` knows of nothing else.
    const stopped = () => postgres?.stop();
    const broker = createNode({ ...options, stopped }, settings, services);
    await run(broker, config);
    return { broker, stop: () => broker.stop() };
  } catch (error) {
    await postgres?.stop();
    throw error;
  }
}

/** Starts the node, or what was started of it is stopped again. Throws an Error that says what is in the way. */
async function run(broker: Broker, { host, port }: Config): Promise<void> {
  try {
    await broker.start();
  } catch (error) {
    await broker.stop();
    const remedy = REMEDIES.get((error as NodeJS.ErrnoException).code ?? '');
    throw remedy ? new Error(`Can't listen on port ${port} of ${host}: ${remedy}`, { cause: error }) : error;
  }
}

const REMEDIES = new Map([
  ['EADDRINUSE', 'another program does. Stop that one, or set another PORT.'],
  ['EACCES', 'this user may not. Set a PORT of 1024 or more.'],
  ['EADDRNOTAVAIL', 'it is no address of this machine. Set HOST to one, or to 0.0.0.0 for all.'],
  ['ENOTFOUND', 'there is no such host. Set HOST to an address of this machine, or to 0.0.0.0 for all.'],
]);

/** Makes what the node needs to know: where each service's database is, at its newest schema; and the secrets. */
async function settle(
  config: Config,
  services: ServiceDefinition[],
  postgres: EmbeddedPostgres | null,
): Promise<Settings> {
  const adminUrl = postgres?.adminUrl ?? config.database_url!;
  const secret = postgres?.secret ?? masterSecretOf(adminUrl);
  // The gateway keeps nothing.
  const keeping = services.map(({ name }) => name).filter((name) => name !== 'gateway');
  const provisioned = await provision({
    adminUrl,
    services: keeping.filter((name) => !config.database_urls[name]),
    prefix: 'commonweal_',
    roleSecret: derive(secret, 'roles'),
    connectionsPerService: CONNECTIONS_PER_SERVICE,
  });
  const databases = { ...Object.fromEntries(provisioned), ...config.database_urls };
  await Promise.all(keeping.map((service) => migrate({ service, url: databases[service]! })));
  return {
    ...config,
    databases,
    sandbox_webhook_secrets: config.sandbox_webhook_secrets ?? [
      Buffer.from(derive(secret, 'sandbox webhooks')).toString('base64'),
    ],
  };
}
