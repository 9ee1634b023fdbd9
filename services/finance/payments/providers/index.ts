import type { Mandate, Payment } from '#contracts';
import { settingsOf, type Settings } from '#lib/broker';
import { fail } from '#lib/errors';
import type { Service } from '#lib/service';
import { paidPage, type StripePage } from '../stripe.page.ts';
import type { Provider } from './provider.ts';
import { sandbox } from './sandbox.ts';
import { stripe, type StripeProvider } from './stripe.ts';

interface Providers {
  all: Map<string, Provider>;
  stripe: StripeProvider | undefined;
}

const made = new WeakMap<Service['broker'], Providers>();

/** A provider that this platform is set up for. Throws PROVIDER_UNKNOWN. */
export function providerOf({ broker }: Service, name: string): Provider {
  const provider = providersOf(broker).all.get(name);
  if (!provider) throw fail('PROVIDER_UNKNOWN', { provider: name });
  return provider;
}

/** The page of ours that a payment is made on. Throws PROVIDER_UNKNOWN where its provider has a page of its own. */
export async function pageOf({ broker }: Service, payment: Payment): Promise<StripePage> {
  const { stripe: provider } = providersOf(broker);
  if (payment.provider !== provider?.name) throw fail('PROVIDER_UNKNOWN', { provider: payment.provider });
  // Of one that was paid the platform knows all: its donor is told even while Stripe is away.
  return paidPage(payment) ?? (await provider.page(payment));
}

/** The page of ours on which another card is given. Throws PROVIDER_UNKNOWN where its provider has a page of its own. */
export function cardPageOf({ broker }: Service, mandate: Mandate): Promise<StripePage> {
  const { stripe: provider } = providersOf(broker);
  if (mandate.provider !== provider?.name) throw fail('PROVIDER_UNKNOWN', { provider: mandate.provider });
  return provider.cardPage(mandate);
}

function providersOf(broker: Service['broker']): Providers {
  const providers = made.get(broker) ?? providersFor(settingsOf(broker));
  made.set(broker, providers);
  return providers;
}

function providersFor(settings: Settings): Providers {
  const { sandbox: isSandbox, stripe: account, public_url } = settings;
  const ours = account ? stripe(account, public_url) : undefined;
  const all = [...(isSandbox ? [sandbox(settings.sandbox_webhook_secrets)] : []), ...(ours ? [ours] : [])];
  return { all: new Map(all.map((provider) => [provider.name, provider])), stripe: ours };
}
