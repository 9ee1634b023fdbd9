// What must hold between payments and what they are for.
import type { Result } from '#contracts';
import { callsOf, type Service } from '#lib/service';
import type { Check } from '#mixins/invariants';
import { confirm, lookAtPage, type Suspects } from '#mixins/invariants/between';
import { readFacts } from './payment.invariants.ts';

const PAGE = 2500;

/** Every payment for a pledge has one. */
export const paymentHasPledge: Check = async (service, after) => {
  const payments = await readFacts(service.db, { ...(after !== null && { after }), limit: PAGE });
  const violations = await confirm(await orphans(service, payments), (ids) =>
    orphans(
      service,
      payments.filter(({ payment_id }) => ids.includes(payment_id)),
    ),
  );
  const ids = payments.map(({ payment_id }) => payment_id);
  return lookAtPage(ids, PAGE, violations);
};

async function orphans(service: Service, payments: Result<'payments.read_facts'>['data']): Promise<Suspects> {
  const forPledges = payments.filter(({ purpose }) => purpose.kind === 'pledge');
  const ids = forPledges.map(({ purpose }) => purpose.id);
  const { data } = await callsOf(service).call('pledges.read_facts', { ids, limit: PAGE });
  const known = new Set(data.map(({ pledge_id }) => pledge_id));
  const lost = forPledges.filter(({ purpose }) => !known.has(purpose.id));
  return new Map(lost.map(({ payment_id, purpose }) => [payment_id, `there is no pledge ${purpose.id}`]));
}
