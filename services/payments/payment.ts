// The rules of a payment. Pure functions: no database, no broker, no clock.
import type { MessageName, Payload, Payment, Webhook } from '#contracts';
import { lifecycle } from '#lib/lifecycle';
import { idOf } from '#lib/world';
import { learn, moneyOf, type Fact, type Facts } from '#machines/facts';
import { paymentMachine } from '#machines/payment.machine';
import { becomes, type Circumstances, type Decision } from '#mixins/actors/decision';

/** A payment as it is kept: with all that its provider has reported. */
export type PaymentState = Payment & { facts: Facts };

/** What a provider reports, in the platform's words. */
export interface Report {
  payment_id: string;
  name: Extract<MessageName, `payment.${string}` | `settlement.${string}`>;
  amount: number;
  currency: string;
  refund_id?: string | undefined;
  dispute_id?: string | undefined;
}

export type ReportedWebhook = Omit<Webhook, 'outcome'> & { report: Report };

/** One payment for a pledge, whoever asks first and however often. */
export const paymentIdOf = (pledge_id: string): string => idOf(`payment for pledge ${pledge_id}`);

/** A pledge was made: there is something to be paid. */
export function open(
  known: PaymentState | undefined,
  { pledge_id, amount, currency }: Payload<'pledge.created'>,
  { key, at }: Circumstances,
): Decision<PaymentState> {
  if (known) return becomes(known);
  return becomes<PaymentState>({
    id: key,
    purpose: { kind: 'pledge', id: pledge_id },
    provider: 'sandbox',
    amount,
    currency,
    status: 'PENDING',
    captured_amount: 0,
    refunded_amount: 0,
    charged_back_amount: 0,
    facts: {},
    created_at: at,
    version: 0,
  });
}

/** Takes a webhook: what is new in it is told, once; and it is kept as it came, with what became of it. */
export function report(
  payment: PaymentState,
  { report: reported, ...webhook }: ReportedWebhook,
): Decision<PaymentState> {
  const keep = (decision: Decision<PaymentState>, outcome: Webhook['outcome']) =>
    decision.recording('webhooks', { ...webhook, outcome });
  // Money in another currency is not this payment's: a person must look at it.
  if (reported.currency !== payment.currency) return keep(becomes(payment), 'other_currency');

  const fact = factOf(reported);
  const facts = fact && learn(payment.facts, fact);
  if (fact && facts === payment.facts) return keep(becomes(payment), 'already_known');
  const moved = facts ? afterFact(payment, fact, facts) : payment;
  return keep(becomes(moved).saying(reported.name, messageOf(payment, reported)), 'applied');
}

const life = lifecycle(paymentMachine);

function afterFact(payment: PaymentState, fact: Fact, facts: Facts): PaymentState {
  const { amount, status } = payment;
  const next = life.afterFact(status, fact, { amount, facts }) as Payment['status'];
  return { ...payment, ...moneyOf({ amount, facts }), facts, status: next };
}

/** The fact in a report; none in that of a refund that failed, which changes nothing. */
function factOf({ name, amount, refund_id = '', dispute_id = '' }: Report): Fact | undefined {
  switch (name) {
    case 'payment.authorized':
      return { type: 'authorize' };
    case 'payment.failed':
      return { type: 'fail' };
    case 'payment.captured':
      return { type: 'capture', amount };
    case 'settlement.confirmed':
      return { type: 'settle', amount };
    case 'payment.refunded':
      return { type: 'refund', refund_id, amount };
    case 'payment.disputed':
      return { type: 'dispute', dispute_id, amount };
    case 'payment.dispute_won':
      return { type: 'win', dispute_id, amount };
    case 'payment.refund_failed':
      return undefined;
  }
}

const messageOf = ({ id, purpose, currency }: PaymentState, { amount, refund_id, dispute_id }: Report) => ({
  ...{ payment_id: id, pledge_id: purpose.id, amount, currency },
  ...(refund_id === undefined ? {} : { refund_id }),
  ...(dispute_id === undefined ? {} : { dispute_id }),
});
