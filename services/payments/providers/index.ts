import { settingsOf } from '#lib/broker';
import { fail } from '#lib/errors';
import type { Service } from '#lib/service';
import type { Provider } from './provider.ts';
import { sandbox } from './sandbox.ts';

const made = new WeakMap<Service['broker'], Map<string, Provider>>();

/** A provider that this platform is set up for. Throws PROVIDER_UNKNOWN. */
export function providerOf({ broker }: Service, name: string): Provider {
  const providers = made.get(broker) ?? providersFor(broker);
  made.set(broker, providers);
  const provider = providers.get(name);
  if (!provider) throw fail('PROVIDER_UNKNOWN', { provider: name });
  return provider;
}

function providersFor(broker: Service['broker']): Map<string, Provider> {
  const settings = settingsOf(broker);
  return new Map(settings.sandbox ? [['sandbox', sandbox(settings.sandbox_webhook_secrets)]] : []);
}
