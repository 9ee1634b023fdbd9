// How a Moleculer node of the platform is set up.
import type { Config } from '#config';
import { pinoOptions } from '#lib/logging';
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
  registry: { preferLocal: true },
  skipProcessEventRegistration: true, // start.ts decides the order in which things stop
});
