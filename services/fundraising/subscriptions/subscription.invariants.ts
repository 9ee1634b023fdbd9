// What must always hold of subscriptions.
import { callsOf, type Service } from '#lib/service';
import { histories, ofRows, type Check } from '#mixins/invariants';
import { confirm, lookAtPage, type Suspects } from '#mixins/invariants/between';
import { findMandates } from './subscription.store.ts';

const PAGE = 2500;

const timed = (name: string, statuses: string) => `
  select id key, format('it is %s, and has no timer %s', status, '${name}') found from page
  where status in (${statuses}) and not exists (select from timers where name = '${name}' and key = page.id::text)`;

export const subscriptionInvariants = {
  'history leads to status': histories('subscriptions', 'PENDING'),
  'who is charged is charged again': ofRows(
    'subscriptions',
    timed('subscriptions.renewal', `'ACTIVE', 'PAST_DUE'`),
  ),
  'a renewal that failed is tried again': ofRows('subscriptions', timed('subscriptions.retry', `'PAST_DUE'`)),
};

/** Payments knows the mandate of everyone who is charged. */
export const subscriptionHasMandate: Check = async (service, after) => {
  const charged = await findMandates(service.db, { after, limit: PAGE });
  const violations = await confirm(await without(service, charged), async (ids) =>
    without(service, await findMandates(service.db, { ids, limit: PAGE })),
  );
  return lookAtPage(
    charged.map(({ id }) => id),
    PAGE,
    violations,
  );
};

async function without(service: Service, charged: { id: string; mandate_id: string }[]): Promise<Suspects> {
  const ids = charged.map(({ mandate_id }) => mandate_id);
  const { data } = await callsOf(service).call('payments.read_mandates', { ids });
  const known = new Set(data.map(({ mandate_id }) => mandate_id));
  const lost = charged.filter(({ mandate_id }) => !known.has(mandate_id));
  return new Map(lost.map(({ id }) => [id, 'payments does not know its mandate']));
}
