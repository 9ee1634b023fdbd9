// The rules of a payment: what its provider reports, and what is asked of it. Pure functions: no database, no broker, no clock.
import type { Payment, Purpose, Refund, Webhook } from '#contracts';
import { fail } from '#lib/errors';
import { uuidv5, addMs, type Instant } from '#lib/world';
import { becomes, type CommandContext, type Decision } from '#mixins/actors/decision';
import { effectsOf } from './payment-effects.rules.ts';
import {
  addRefund,
  applyReport,
  type PaymentState,
  type Report,
  type PaymentMessage,
} from './payment-state.rules.ts';
import { reserveRefund } from './postings.rules.ts';

/** A report, and whether its provider reports settlements too. */
export interface ReceivedReport {
  report: Report;
  reports_settlement: boolean;
}

export type ReceivedWebhook = Omit<Webhook, 'outcome'> & ReceivedReport;

/** One payment for a purpose, whoever asks first and however often. */
export const paymentIdOf = ({ kind, id }: Purpose): string => uuidv5(`payment for ${kind} ${id}`);

/** There is something to be paid, by this provider. */
export function open(
  known: PaymentState | undefined,
  wanted: Pick<Payment, 'purpose' | 'beneficiary' | 'provider' | 'amount' | 'currency'>,
  { key, now }: CommandContext,
): Decision<PaymentState, PaymentMessage> {
  if (known) return becomes(known);
  const { purpose, beneficiary, provider, amount, currency } = wanted;
  return becomes<PaymentState>({
    id: key,
    purpose,
    beneficiary,
    provider,
    reference: null,
    amount,
    currency,
    status: 'PENDING',
    facts: {},
    refunds: [],
    holds: {},
    captured_amount: 0,
    refunded_amount: 0,
    charged_back_amount: 0,
    fee_amount: 0,
    is_counted: false,
    created_at: now,
    version: 0,
  });
}

/**
 * Takes a webhook: what is new in it is told, once; and it is kept as it came, with what became of it. Throws
 * PAYMENT_NOT_FOUND to another provider than the payment's.
 */
export function receiveWebhook(
  payment: PaymentState,
  { report, reports_settlement, ...webhook }: ReceivedWebhook,
  { now }: CommandContext,
): Decision<PaymentState, PaymentMessage> {
  if (webhook.provider !== payment.provider) throw fail('PAYMENT_NOT_FOUND', { id: payment.id });
  const { decision, outcome } = receive(payment, { report, reports_settlement }, now);
  return decision.recording('webhooks', { ...webhook, outcome });
}

/** Takes what a provider answered when it was asked. */
export const receiveReport = (
  payment: PaymentState,
  received: ReceivedReport,
  { now }: Pick<CommandContext, 'now'>,
): Decision<PaymentState, PaymentMessage> => receive(payment, received, now).decision;

// Stripe's own settlements take two days or more.
const SETTLES_AFTER_MS = 2 * 24 * 3600_000;

function receive(payment: PaymentState, { report, reports_settlement }: ReceivedReport, at: Instant) {
  // Money in another currency is not this payment's: a person must look at it.
  if (report.currency !== payment.currency)
    return { decision: becomes(payment), outcome: 'other_currency' } as const;
  const after = applyReport(payment, report);
  if (after === payment) return { decision: becomes(payment), outcome: 'already_known' } as const;
  const decision = effectsOf(payment, after, report);
  const { id, facts } = after;
  const isAwaited = report.name === 'payment.captured' && facts.settled === undefined;
  const isAsked = isAwaited && !reports_settlement;
  return {
    decision: isAsked
      ? decision.scheduling('payments.settlement', id, addMs(at, SETTLES_AFTER_MS))
      : decision,
    outcome: 'applied',
  } as const;
}

/** `is_covered`: what the beneficiary has not got any more becomes its debt. */
export type RefundRequest = Pick<Refund, 'refund_id' | 'amount'> & { is_covered: boolean };

/** A refund was asked for: its money is reserved where it is the beneficiary's, and the provider is asked. */
export function wantRefund(
  payment: PaymentState,
  { refund_id, amount, is_covered }: RefundRequest,
  { now }: CommandContext,
): Decision<PaymentState, PaymentMessage> {
  const after = addRefund(payment, { refund_id, amount });
  const wanted = becomes(after);
  if (after.refunds.at(-1)!.status !== 'PENDING') return wanted;
  const asked = wanted.scheduling('payments.refund', refund_id, now, { payment_id: payment.id });
  if (!payment.is_counted) return asked;
  // The provider keeps its fee of what goes back: that may always be owed. The rest was paid out, and can't be refunded.
  const overdraft = is_covered ? Infinity : payment.fee_amount;
  return reserveRefund(asked, { refund_id, amount, overdraft }, () => refuse(after, { refund_id }));
}

/** The refund will not come about: so it is told, as if the provider had. */
export function refuse(
  payment: PaymentState,
  { refund_id }: { refund_id: string },
): Decision<PaymentState, PaymentMessage> {
  const { id: payment_id, currency, refunds } = payment;
  const { amount } = refunds.find((refund) => refund.refund_id === refund_id)!;
  const report = { payment_id, refund_id, amount, currency, name: 'payment.refund_failed' } as const;
  return effectsOf(payment, applyReport(payment, report), report);
}

/** What was to be paid was cancelled or has expired: nobody is to pay any more, and a hold is given up. */
export function giveUp(payment: PaymentState, _message: unknown, { now }: CommandContext) {
  return isUnpaid(payment) ? becomes(payment).scheduling('payments.void', payment.id, now) : becomes(payment);
}

/** No money has come, but may yet: a checkout is open, or a hold. */
export const isUnpaid = ({ status }: PaymentState): boolean =>
  status === 'PENDING' || status === 'AUTHORIZED' || status === 'FAILED';

/** There is a checkout by now. Should the payment have been given up meanwhile, so must that be. */
export function checkOut(
  payment: PaymentState,
  { reference }: { reference: string },
  { now }: CommandContext,
): Decision<PaymentState, PaymentMessage> {
  if (payment.reference === reference) return becomes(payment);
  const decision = becomes({ ...payment, reference });
  return payment.status === 'VOIDED' ? decision.scheduling('payments.close', payment.id, now) : decision;
}

/** Throws TRANSITION_NOT_ALLOWED unless there is a hold. */
export function wantCapture(payment: PaymentState, _input: unknown, { now }: CommandContext) {
  const { id, status } = payment;
  if (status !== 'AUTHORIZED')
    throw fail('TRANSITION_NOT_ALLOWED', { lifecycle: 'payment', from: status, event: 'capture' });
  return becomes(payment).scheduling('payments.capture', id, now);
}
