import type { Config } from '#config';
import { metricsService } from '#lib/metrics';
import '#lib/rendezvous'; // registers the strategy that actions name
import type { ServiceDefinition } from '#lib/service';
import { subscribersOf } from '#lib/services';
import { ServiceBroker, type BrokerOptions } from 'moleculer';

/** The settings of a node once the supervisor has found its databases and secrets. */
export interface Settings extends Config {
  /** The URL of each service's own database. */
  databases: Record<string, string>;
  /** Who subscribes to each message; none: those of this node's services that do. */
  subscribers?: Record<string, string[]>;
  sandbox_webhook_secrets: string[];
  /** Signs the links that guests are sent. */
  link_secret: string;
  /** Who bears it operates the platform; none: nobody does by a key. */
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
  broker.createService(metricsService);
  for (const { schema } of services) broker.createService(schema);
  // Whoever stops the node, the REPL's `quit` among them: what came in from outside still finds all services there.
  const stop = broker.stop.bind(broker);
  broker.stop = () => drain(broker).then(stop);
  return broker;
}

/** Takes nothing more from outside and resolves when what is under way has been answered. The services go on. */
export async function drain({ services }: ServiceBroker): Promise<void> {
  await Promise.all((services as unknown as Partial<Drained>[]).map(async (service) => service.drain?.()));
}

interface Drained {
  drain(): Promise<void>;
}

/** The settings of the node that a service runs on. Not a service's `settings`: those are told to every node. */
export function settingsOf(broker: ServiceBroker): Settings {
  const settings = settingsByBroker.get(broker);
  if (!settings) throw new Error('This broker was not made by createNode');
  return settings;
}

const settingsByBroker = new WeakMap<ServiceBroker, Settings>();
