// The card of a mandate, as its provider keeps it.
import type { Service } from '#lib/service';
import { apply } from '#mixins/actors';
import { saveCard } from './mandate.rules.ts';
import { mandateActor, mandateOf } from './mandate.store.ts';
import { paymentOf } from './payment.provider.ts';
import { providerOf } from './providers/index.ts';

/** Whether there is one: that a payment saved, or that the donor gave in its place. Throws MANDATE_NOT_FOUND. */
export async function saveIfGiven(
  service: Service,
  { mandate_id, payment_id }: { mandate_id: string; payment_id?: string | undefined },
): Promise<boolean> {
  const mandate = await mandateOf(service.db, mandate_id);
  const payment = payment_id === undefined ? undefined : await paymentOf(service, payment_id);
  const saved = await providerOf(service, mandate.provider).mandates.saved(service, mandate, payment);
  if (!saved) return false;
  await apply(service, mandateActor, {
    name: 'provider',
    key: mandate_id,
    rule: saveCard,
    input: saved,
    command_id: null,
  });
  return true;
}
