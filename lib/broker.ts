import type { Config } from '#config';
import type { ServiceDefinition } from '#lib/service';
import { ServiceBroker, type BrokerOptions } from 'moleculer';

/** The settings of a node once the supervisor has found its databases and secrets. */
export interface Settings extends Config {
  /** The URL of each service's own database. */
  databases: Record<string, string>;
  sandbox_webhook_secrets: string[];
}

/** A Moleculer node with these services, not started yet. */
export function createNode(
  options: BrokerOptions,
  settings: Settings,
  services: ServiceDefinition[],
): ServiceBroker {
  const broker = new ServiceBroker(options);
  settingsByBroker.set(broker, settings);
  for (const { schema } of services) broker.createService(schema);
  return broker;
}

/** The settings of the node that a service runs on. Not a service's `settings`: those are told to every node. */
export function settingsOf(broker: ServiceBroker): Settings {
  const settings = settingsByBroker.get(broker);
  if (!settings) throw new Error('This broker was not made by createNode');
  return settings;
}

const settingsByBroker = new WeakMap<ServiceBroker, Settings>();
