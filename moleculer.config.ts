// How a Moleculer node of the platform is set up.
import type { Config } from '#config';
import { pinoOptions } from '#lib/logging';
import { LocalFirst } from '#lib/rendezvous';
import { world } from '#lib/world';
import type { BrokerOptions } from 'moleculer';

export const brokerOptions = ({ log_level }: Pick<Config, 'log_level'>): BrokerOptions => ({
  // A new name per start: a circuit breaker that knew the old one goes stale.
  nodeID: `node-${world.newId()}`,
  logger: { type: 'Pino', options: { level: log_level, pino: { options: pinoOptions } } },
  // In all, whatever the depth: an action that calls another hands on what is left.
  requestTimeout: 10_000,
  // Calls under way are answered before a node stops.
  tracking: { enabled: true, shutdownTimeout: 10_000 },
  validator: false, // lib/service checks parameters against the contracts
  contextParamsCloning: false,
  // Not Moleculer's `preferLocal`: it would pass over the strategy that an action has asked for.
  registry: { preferLocal: false, strategy: LocalFirst },
  // A thread that came back is called at once, not after a second. Moleculer's types don't know of it.
  transit: { serviceChangedDebounceTime: 0 } as object,
  // How often a gateway looks for the other threads' services before it listens.
  dependencyInterval: 20,
  skipProcessEventRegistration: true, // start.ts decides the order in which things stop
});
