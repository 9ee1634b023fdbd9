// The setup of the platform's Moleculer nodes.
import type { Config } from '#config';
import { pinoOptions } from '#lib/logging';
import { LocalFirst } from '#lib/rendezvous';
import { world } from '#lib/world';
import type { BrokerOptions } from 'moleculer';

export const brokerOptions = ({ log_level }: Pick<Config, 'log_level'>): BrokerOptions => ({
  // A new name per start: the circuit breakers of other nodes may still be open for the old one.
  nodeID: `node-${world.newId()}`,
  logger: { type: 'Pino', options: { level: log_level, pino: { options: pinoOptions } } },
  // In all, at any depth: a nested call gets the remaining time.
  requestTimeout: 10_000,
  // Calls under way are answered before a node stops.
  tracking: { enabled: true, shutdownTimeout: 10_000 },
  validator: false, // lib/service checks parameters against the contracts
  contextParamsCloning: false,
  // Not Moleculer's `preferLocal`: it would override the strategy that an action has chosen.
  registry: { preferLocal: false, strategy: LocalFirst },
  // A restarted thread is called at once, not after a second. Moleculer's types lack this option.
  transit: { serviceChangedDebounceTime: 0 } as object,
  // How often a gateway looks for the other threads' services before it listens.
  dependencyInterval: 20,
  skipProcessEventRegistration: true, // start.ts decides the order in which things stop
});
