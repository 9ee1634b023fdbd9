// What must hold between payments and what they are for.
import type { Result } from '#contracts';
import { callsOf, type Service } from '#lib/service';
import type { Check } from '#mixins/invariants';
import { confirm, lookAtPage, type Suspects } from '#mixins/invariants/between';
import { findUnbalanced, nextBeneficiaries } from './beneficiary.store.ts';
import { readFacts } from './payment.invariants.ts';

const PAGE = 2500;
const BENEFICIARIES = 200;

/**
 * A beneficiary has what it was given for good, less fees and what was paid out: what it was paid beyond that is a debt, until
 * it is paid or written off. Reports take effect a moment before the messages that move the money.
 */
export const paidOutOfGiven: Check = async (service, after) => {
  const ids = await nextBeneficiaries(service.db, after, BENEFICIARIES);
  const violations = await confirm(await unbalanced(service, ids), (suspects) =>
    unbalanced(service, suspects),
  );
  return lookAtPage(ids, BENEFICIARIES, violations);
};

async function unbalanced({ db }: Service, ids: string[]): Promise<Suspects> {
  const found = await findUnbalanced(db, ids);
  return new Map(
    found.map(({ beneficiary, balance, given, fees, paid_out, written_off }) => [
      beneficiary,
      `it has ${balance}; it was given ${given} for good, less ${fees} of fees, was paid out ${paid_out}, and ${written_off} were written off`,
    ]),
  );
}

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
