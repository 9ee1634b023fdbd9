// Where a donor gives another card.
import { fail } from '#lib/errors';
import type { Calls, Service } from '#lib/service';
import { hasEnded } from './subscription-state.rules.ts';
import { isDonor, type ByLink } from './subscription.rules.ts';
import { subscriptionOf } from './subscription.store.ts';

/** Throws SUBSCRIPTION_NOT_FOUND to everybody but its donor, SUBSCRIPTION_ENDED, PROVIDER_REFUSED. */
export async function cardUrlOf(
  { db }: Service,
  calls: Calls,
  { id, link, user_id }: { id: string; link: ByLink; user_id: string | undefined },
): Promise<{ url: string }> {
  const subscription = await subscriptionOf(db, id);
  if (!isDonor(subscription, link, user_id)) throw fail('SUBSCRIPTION_NOT_FOUND', { id });
  if (hasEnded(subscription))
    throw fail('SUBSCRIPTION_ENDED', { id, subscription_status: subscription.status });
  return calls.call('payments.set_mandate_up', { mandate_id: subscription.mandate_id });
}
