import { actions } from '#contracts';
import { sharing } from '#lib/coalescing';
import type { Broker } from '#lib/service';
import type { Route } from './routes.ts';

/** The readiness of the platform, part by part. */
export interface Health {
  status: 'ready' | 'not ready';
  /** Services, and `redis` where there is one: without it the platform does all it does with it. */
  checks: Record<string, 'ok' | 'unavailable'>;
}

// A dependency that answers later than this counts as unavailable.
const BOUND_MS = 1000;

/**
 * Asks every service of the contracts, wherever it runs, whether its database answers; and checks that all routed actions
 * exist. Concurrent requests share one check of each service.
 */
export function healthOf(
  broker: Broker,
  routes: readonly Route[],
  disabled: readonly string[],
  hasRedis: () => boolean | null,
): () => Promise<Health> {
  const services = [...new Set(Object.keys(actions).map((name) => name.slice(0, name.indexOf('.'))))].filter(
    (service) => !disabled.includes(service),
  );

  return sharing(ask);

  async function ask(): Promise<Health> {
    const results = await Promise.all(
      services.map(async (service) => [service, await check(service)] as const),
    );
    const isReady = results.every(([, result]) => result === 'ok');
    const redis = hasRedis();
    const beside = redis === null ? {} : { redis: redis ? ('ok' as const) : ('unavailable' as const) };
    return { status: isReady ? 'ready' : 'not ready', checks: { ...Object.fromEntries(results), ...beside } };
  }

  async function check(service: string): Promise<'ok' | 'unavailable'> {
    const isComplete = routes.every((route) => route.service !== service || isThere(broker, route.name));
    if (!isComplete) return 'unavailable';
    // In each thread: one that hangs still gets calls from nodes that have not noticed.
    const checks = nodesOf(broker, `${service}.health`).map((nodeID) =>
      broker.call(`${service}.health`, {}, { nodeID, timeout: BOUND_MS, retries: 0 }),
    );
    if (checks.length === 0) return 'unavailable';
    return Promise.all(checks).then(
      () => 'ok',
      () => 'unavailable',
    );
  }
}

const nodesOf = (broker: Broker, action: string): string[] =>
  broker.registry.getActionEndpoints(action)?.endpoints.map(({ id }) => id) ?? [];

const isThere = (broker: Broker, action: string) => broker.registry.actions.isAvailable(action);
