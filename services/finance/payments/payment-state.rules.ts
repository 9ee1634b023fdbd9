// First pass: the state of a payment that follows from what its provider reports. Pure functions.
import type { MessageName, MessageOf, Payment, Refund } from '#contracts';
import { lifecycle } from '#lib/lifecycle';
import { learn, moneyOf, type Fact, type Facts } from '#machines/finance/facts';
import { paymentMachine } from '#machines/finance/payment.machine';

/** A payment as it is kept: with all that its provider has reported, and what is reserved for refunds, by refund. */
export type PaymentState = Payment & { facts: Facts; holds: Record<string, number> };

/** What payments publish. */
export type PaymentMessage = MessageOf<'payments'>;

/** What a provider reports, in the platform's words. */
export interface Report {
  payment_id: string;
  name: Extract<MessageName, `payment.${string}` | `settlement.${string}`>;
  amount: number;
  currency: string;
  refund_id?: string | undefined;
  dispute_id?: string | undefined;
  /** Why a payment failed, in the provider's words. */
  reason?: string | undefined;
}

const life = lifecycle(paymentMachine);

/** The same object where the report is known already. */
export function applyReport(payment: PaymentState, report: Report): PaymentState {
  const fact = factOf(report);
  const facts = learn(payment.facts, fact);
  if (facts === payment.facts) return payment;
  const { amount, status, refunds, holds } = payment;
  return {
    ...payment,
    ...moneyOf({ amount, facts }),
    facts,
    refunds: refunds.map((refund) => ({ ...refund, status: refundStatus(refund, facts) })),
    // A refund that failed needs no reservation.
    holds: fact.type === 'fail_refund' ? without(holds, fact.refund_id) : holds,
    status: life.afterFact(status, fact, { amount, facts }) as Payment['status'],
  };
}

/** A refund that was asked for, as far as its provider has reported on it. */
export function addRefund(payment: PaymentState, refund: Pick<Refund, 'refund_id' | 'amount'>): PaymentState {
  const { refund_id, amount } = refund;
  const status = refundStatus(refund, payment.facts);
  return { ...payment, refunds: [...payment.refunds, { refund_id, amount, status }] };
}

function refundStatus(
  { refund_id }: Pick<Refund, 'refund_id'>,
  { refunds = {}, failed_refunds = {} }: Facts,
): Refund['status'] {
  if (Object.hasOwn(failed_refunds, refund_id)) return 'FAILED';
  return Object.hasOwn(refunds, refund_id) ? 'SUCCEEDED' : 'PENDING';
}

export function without(holds: PaymentState['holds'], refund_id: string): PaymentState['holds'] {
  const { [refund_id]: _, ...others } = holds;
  return others;
}

function factOf({ name, amount, refund_id = '', dispute_id = '' }: Report): Fact {
  switch (name) {
    case 'payment.authorized':
      return { type: 'authorize' };
    case 'payment.failed':
      return { type: 'fail' };
    case 'payment.voided':
      return { type: 'void' };
    case 'payment.captured':
      return { type: 'capture', amount };
    case 'settlement.confirmed':
      return { type: 'settle', amount };
    case 'payment.refunded':
      return { type: 'refund', refund_id, amount };
    case 'payment.refund_failed':
      return { type: 'fail_refund', refund_id };
    case 'payment.disputed':
      return { type: 'dispute', dispute_id, amount };
    case 'payment.dispute_won':
      return { type: 'win', dispute_id, amount };
  }
}
