// What must hold between pledges and payments.
import type { Result } from '#contracts';
import { callsOf, type Service } from '#lib/service';
import type { Check } from '#mixins/invariants';
import { confirm, lookAtPage, type Suspects } from '#mixins/invariants/between';
import { readFacts } from './pledge.invariants.ts';

const PAGE = 2500;

type Facts = Result<'pledges.read_facts'>['data'];

/** Every pledge has one payment, and both know the same of it. */
export const pledgeHasPayment: Check = async (service, after) => {
  const pledges = await readFacts(service.db, { ...(after !== null && { after }), limit: PAGE });
  const violations = await confirm(await unpaired(service, pledges), async (ids) =>
    unpaired(service, await readFacts(service.db, { ids, limit: PAGE })),
  );
  const ids = pledges.map(({ pledge_id }) => pledge_id);
  return lookAtPage(ids, PAGE, violations);
};

async function unpaired(service: Service, pledges: Facts): Promise<Suspects> {
  const purpose_ids = pledges.map(({ pledge_id }) => pledge_id);
  const { data } = await callsOf(service).call('payments.read_facts', { purpose_ids, limit: 2 * PAGE });
  const paymentsOf = Map.groupBy(data, ({ purpose }) => purpose.id);
  const suspects: Suspects = new Map();
  for (const { pledge_id, ...pledge } of pledges) {
    const [payment, ...more] = paymentsOf.get(pledge_id) ?? [];
    if (!payment || more.length > 0) suspects.set(pledge_id, `${payment ? 1 + more.length : 0} payments`);
    else if (payment.amount !== pledge.amount || payment.currency !== pledge.currency)
      suspects.set(
        pledge_id,
        `of ${pledge.amount} ${pledge.currency}, its payment of ${payment.amount} ${payment.currency}`,
      );
    else if (payment.facts !== pledge.facts)
      suspects.set(pledge_id, `knows other facts than payment ${payment.payment_id}`);
  }
  return suspects;
}
