// How a payment is kept in the ledger. Pure functions. What the provider holds for us and what the bank has are below 0 by as
// much as everyone else is above it: all accounts of a currency sum to 0.
import type { Purpose } from '#contracts';
import { uuidv5 } from '#lib/world';
import { feeOfPayment, moneyOf } from '#machines/finance/facts';
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
  const kept = feeOfPayment(payment);
  return {
    captured: captured_amount,
    returned: refunded_amount + charged_back_amount,
    settled: kept === undefined ? 0 : captured_amount - kept,
    kept: kept ?? 0,
  };
}

/** The beneficiary bears the provider's fee of what counts for it, as soon as that is known: then or later, it may owe it. */
export function chargeFee(
  decision: Decision<PaymentState, PaymentMessage>,
): Decision<PaymentState, PaymentMessage> {
  const payment = decision.state;
  const { id, version, beneficiary, currency, fee_amount, is_counted } = payment;
  const due = is_counted ? (feeOfPayment(payment) ?? 0) : 0;
  if (due === fee_amount) return decision;
  const move = { id: uuidv5(`fee of payment ${id} at ${version}`), kind: 'post', currency } as const;
  const [fees, change] = [`fees:${currency}`, due - fee_amount];
  return becomes({ ...payment, fee_amount: due }, decision).transferring(
    change > 0
      ? { ...move, from: beneficiary, to: fees, amount: change, overdraft: Infinity }
      : { ...move, from: fees, to: beneficiary, amount: -change },
  );
}

/** Reserves what a refund takes from the beneficiary, until its purpose tells of it; `ifRefused`: the beneficiary has not got it. */
export const reserveRefund = (
  decision: Decision<PaymentState, PaymentMessage>,
  { refund_id, amount, overdraft }: { refund_id: string; amount: number; overdraft: number },
  ifRefused?: () => Decision<PaymentState, PaymentMessage>,
): Decision<PaymentState, PaymentMessage> => {
  const { id, beneficiary, currency, holds } = decision.state;
  const reserved = { from: beneficiary, to: `payment:${id}`, amount, currency };
  return becomes({ ...decision.state, holds: { ...holds, [refund_id]: amount } }, decision).transferring(
    { id: refund_id, kind: 'pend', ...reserved, ...(overdraft > 0 && { overdraft }) },
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
  /** The one refund that led to it, if one did. */
  refund_id?: string;
  /** Those of the purpose by then. */
  figures: { version: number };
}
type Money =
  'captured' | 'capture_reduced' | 'refunded' | 'refund_reversed' | 'charged_back' | 'chargeback_reversed';

/** Of each message about a purpose's money there is one at a version of the purpose. */
const idFor = (money: Money, { kind, id }: Purpose, { figures }: Told) =>
  uuidv5(`${kind} ${id} ${money} at ${figures.version}`);

/** Money of the purpose counts, or is back: it is the beneficiary's, less what is on its way back to the donor already. */
export const creditBeneficiary =
  (money: Money): Rule<PaymentState, Told, PaymentMessage> =>
  (payment, told) => {
    const credited = becomes({ ...payment, is_counted: true }).transferring({
      id: idFor(money, payment.purpose, told),
      kind: 'post',
      from: `payment:${payment.id}`,
      to: payment.beneficiary,
      amount: told.amount,
      currency: told.currency,
    });
    return chargeFee(payment.is_counted ? credited : reserveAsked(credited));
  };

/** Refunds that were asked for before the money counted: nothing was to be reserved then. */
const reserveAsked = (decision: Decision<PaymentState, PaymentMessage>) =>
  decision.state.refunds
    .filter(({ status }) => status === 'PENDING')
    .reduce((reserved, refund) => reserveRefund(reserved, { ...refund, overdraft: Infinity }), decision);

/** Money of the purpose was refunded: from what was reserved for that, the rest from what the beneficiary has. */
export const debitRefund: Rule<PaymentState, Told, PaymentMessage> = (payment, told) => {
  const { refund_id = '' } = told;
  const held = Object.hasOwn(payment.holds, refund_id) ? payment.holds[refund_id]! : 0;
  if (held === 0) return debit('refunded', becomes(payment), told);
  const amount = Math.min(held, told.amount);
  const posted = becomes({ ...payment, holds: without(payment.holds, refund_id) }).transferring({
    id: uuidv5(`post of ${refund_id}`),
    kind: 'post_pending',
    pending_id: refund_id,
    amount,
  });
  const rest = told.amount - amount;
  return rest > 0 ? debit('refunded', posted, { ...told, amount: rest }) : posted;
};

/** Money of the purpose is gone: the beneficiary loses it, and owes what it has not got any more. */
export const debitBeneficiary =
  (money: Money): Rule<PaymentState, Told, PaymentMessage> =>
  (payment, told) =>
    debit(money, becomes(payment), told);

function debit(money: Money, decision: Decision<PaymentState, PaymentMessage>, told: Told) {
  const { id, purpose, beneficiary } = decision.state;
  return decision.transferring({
    id: idFor(money, purpose, told),
    kind: 'post',
    from: beneficiary,
    to: `payment:${id}`,
    amount: told.amount,
    currency: told.currency,
    overdraft: Infinity,
  });
}
