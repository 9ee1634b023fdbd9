// How a payment is kept in the ledger. Pure functions. What the provider holds for us and what the bank has are below 0 by as
// much as everyone else is above it: all accounts of a currency sum to 0.
import type { Purpose } from '#contracts';
import { uuidv5 } from '#lib/world';
import { moneyOf, refundsOf } from '#machines/finance/facts';
import { becomes, type Decision, type Rule } from '#mixins/actors/decision';
import { without, type PaymentState, type PaymentMessage } from './payment-state.rules.ts';

/** The move of a payment that its provider has reported something of: what that changes is posted. */
export function postReport(was: PaymentState, now: PaymentState): Decision<PaymentState, PaymentMessage> {
  const { id, provider, currency } = now;
  const accounts = {
    provider: `provider:${provider}:${currency}`,
    payment: `payment:${id}`,
    bank: `bank:${currency}`,
    fees: `fees:${currency}`,
  };
  const [before, after] = [figuresOf(was), figuresOf(now)];
  return flows.reduce<Decision<PaymentState, PaymentMessage>>((decision, [figure, from, to]) => {
    const change = after[figure] - before[figure];
    if (change === 0) return decision;
    const [source, target] = change > 0 ? [from, to] : [to, from];
    return decision.transferring({
      // A version is given once, so that the same report is posted once.
      id: uuidv5(`${figure} of payment ${id} at ${now.version}`),
      kind: 'post',
      from: accounts[source],
      to: accounts[target],
      amount: Math.abs(change),
      currency,
    });
  }, becomes(now));
}

/** Where money goes as a figure grows; back, as it falls. */
const flows = [
  ['captured', 'provider', 'payment'],
  ['returned', 'payment', 'provider'],
  ['settled', 'bank', 'provider'],
  ['kept', 'fees', 'provider'],
] as const;

function figuresOf(payment: PaymentState) {
  const { captured_amount, refunded_amount, charged_back_amount } = moneyOf(payment);
  const settled = payment.facts.settled ?? 0;
  return {
    captured: captured_amount,
    returned: refunded_amount + charged_back_amount,
    settled,
    // What the provider keeps of a payment: its fee.
    kept: payment.facts.settled === undefined ? 0 : captured_amount - settled,
  };
}

/** Reserves what a refund takes from the beneficiary, until its purpose tells of it; `ifRefused`: the beneficiary has not got it. */
export const reserveRefund = (
  decision: Decision<PaymentState, PaymentMessage>,
  refund_id: string,
  amount: number,
  ifRefused: () => Decision<PaymentState, PaymentMessage>,
): Decision<PaymentState, PaymentMessage> => {
  const { id, beneficiary, currency, holds } = decision.state;
  return becomes({ ...decision.state, holds: { ...holds, [refund_id]: amount } }, decision).transferring(
    { id: refund_id, kind: 'pend', from: beneficiary, to: `payment:${id}`, amount, currency },
    ifRefused,
  );
};

/** The refund failed: what it had reserved is the beneficiary's again. */
export const releaseRefund = (
  decision: Decision<PaymentState, PaymentMessage>,
  refund_id: string,
): Decision<PaymentState, PaymentMessage> =>
  decision.transferring({ id: uuidv5(`void of ${refund_id}`), kind: 'void_pending', pending_id: refund_id });

/** What a purpose tells of its money. */
interface Told {
  amount: number;
  currency: string;
  /** Those of the purpose by then. */
  figures: { version: number };
}
type Money = 'captured' | 'refunded' | 'refund_reversed' | 'charged_back' | 'chargeback_reversed';

/** Of each message about a purpose's money there is one at a version of the purpose. */
const idFor = (money: Money, { kind, id }: Purpose, { figures }: Told) =>
  uuidv5(`${kind} ${id} ${money} at ${figures.version}`);

/** Money of the purpose counts, or is back: it is the beneficiary's. */
export const creditBeneficiary =
  (money: Money): Rule<PaymentState, Told, PaymentMessage> =>
  (payment, told) =>
    becomes(payment).transferring({
      id: idFor(money, payment.purpose, told),
      kind: 'post',
      from: `payment:${payment.id}`,
      to: payment.beneficiary,
      amount: told.amount,
      currency: told.currency,
    });

/** Money of the purpose was refunded: from what was reserved for that, the rest from what the beneficiary has. */
export const debitRefund: Rule<PaymentState, Told, PaymentMessage> = (payment, told) => {
  const refunded = refundsOf(payment.facts);
  // One refund is told at a time, but for those before the capture, for which nothing is reserved. More of them may be known
  // here already: to take it from what is reserved for another would free the rest of that.
  const refund_id = Object.keys(payment.holds).find((id) => refunded[id] === told.amount);
  if (refund_id === undefined) return debitBeneficiary('refunded', becomes(payment), told);
  const held = payment.holds[refund_id] ?? 0;
  const amount = Math.min(held, told.amount);
  const posted = becomes({ ...payment, holds: without(payment.holds, refund_id) }).transferring({
    id: uuidv5(`post of ${refund_id}`),
    kind: 'post_pending',
    pending_id: refund_id,
    amount,
  });
  const rest = told.amount - amount;
  return rest > 0 ? debitBeneficiary('refunded', posted, { ...told, amount: rest }) : posted;
};

/** Money of the purpose was disputed: the beneficiary loses it. */
export const debitChargeback: Rule<PaymentState, Told, PaymentMessage> = (payment, told) =>
  debitBeneficiary('charged_back', becomes(payment), told);

/** Takes from a beneficiary what is gone already; what it has not got any more is the platform's loss. */
function debitBeneficiary(
  money: Money,
  decision: Decision<PaymentState, PaymentMessage>,
  told: Told,
): Decision<PaymentState, PaymentMessage> {
  const { id: payment_id, purpose, beneficiary } = decision.state;
  const { amount, currency } = told;
  const id = idFor(money, purpose, told);
  const take = { kind: 'post', from: beneficiary, to: `payment:${payment_id}`, amount, currency } as const;
  return decision.transferring({ id, ...take }, ({ available = 0 }) =>
    decision
      .transferring({
        id: uuidv5(`cover for ${id}`),
        kind: 'post',
        amount: amount - available,
        currency,
        from: `shortfall:${currency}`,
        to: beneficiary,
      })
      .transferring({ id: uuidv5(`covered ${id}`), ...take }),
  );
}
