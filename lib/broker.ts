import type { Config } from '#config';
import { metricsService } from '#lib/metrics';
import '#lib/rendezvous'; // registers the strategy that actions name
import type { ServiceDefinition } from '#lib/service';
import { keepCallerSecret } from '#lib/signed-caller';
import { subscribersOf } from '#lib/services';
import { ServiceBroker, type BrokerOptions } from 'moleculer';

/** The settings of a node, with the databases and secrets that the supervisor found. */
export interface Settings extends Config {
  /** The URL of each service's own database. */
  databases: Record<string, string>;
  /** The subscribers of each message; undefined: the node's own services. */
  subscribers?: Record<string, string[]>;
  sandbox_webhook_secrets: string[];
  /** Signs the links for guests. */
  link_secret: string;
  /** Signs what calls say of their callers. */
  caller_secret: string;
  /** Its bearer operates the platform; undefined: nobody does by a key. */
  operator_key?: string;
  /** Whether other threads of this process listen on the gateway's port as well. */
  shares_port?: boolean;
}

/** A Moleculer node with these services, not started yet. */
export function createNode(
  options: BrokerOptions,
  settings: Settings,
  services: ServiceDefinition[],
): ServiceBroker {
  const broker = new ServiceBroker(options);
  settingsByBroker.set(broker, { subscribers: subscribersOf(services), ...settings });
  keepCallerSecret(broker, settings.caller_secret);
  broker.createService(metricsService);
  for (const { schema } of services) broker.createService(schema);
  // Whoever stops the node (the REPL's `quit`, too): requests under way still find all services.
  const stop = broker.stop.bind(broker);
  broker.stop = () => drain(broker).then(stop);
  return broker;
}

/** Accepts no more requests, and resolves when those under way are answered. The services keep running. */
export async function drain({ services }: ServiceBroker): Promise<void> {
  await Promise.all((services as unknown as Partial<Drained>[]).map(async (service) => service.drain?.()));
}

interface Drained {
  drain(): Promise<void>;
}

/** The settings of the service's node. Not a service's own `settings`: Moleculer sends those to every node. */
export function settingsOf(broker: ServiceBroker): Settings {
  const settings = settingsByBroker.get(broker);
  if (!settings) throw new Error('This broker was not made by createNode');
  return settings;
}

const settingsByBroker = new WeakMap<ServiceBroker, Settings>();
