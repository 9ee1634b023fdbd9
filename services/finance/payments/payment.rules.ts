// The rules of a payment: what its provider reports, and what is asked of it. Pure functions: no database, no broker, no clock.
import type { MessageName, MessageOf, Payload, Payment, Refund, Webhook } from '#contracts';
import { fail } from '#lib/errors';
import { lifecycle } from '#lib/lifecycle';
import { uuidv5, addMs, type Instant } from '#lib/world';
import { learn, moneyOf, type Fact, type Facts } from '#machines/finance/facts';
import { paymentMachine } from '#machines/finance/payment.machine';
import { becomes, type CommandContext, type Decision } from '#mixins/actors/decision';
import { booking, freeing, holding } from './postings.rules.ts';

/** What payments publish. */
export type PaymentMessage = MessageOf<'payments'>;

/** A payment as it is kept: with all that its provider has reported, and what is reserved for refunds, by refund. */
export type PaymentState = Payment & { facts: Facts; holds: Record<string, number> };

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
export const paymentIdOf = (pledge_id: string): string => uuidv5(`payment for pledge ${pledge_id}`);

/** A pledge was made: there is something to be paid, by this provider. */
export function open(
  known: PaymentState | undefined,
  { pledge, provider }: { pledge: Payload<'pledge.created'>; provider: string },
  { key, at }: CommandContext,
): Decision<PaymentState, PaymentMessage> {
  if (known) return becomes(known);
  const { pledge_id, campaign_id, amount, currency } = pledge;
  return becomes<PaymentState>({
    ...{ id: key, purpose: { kind: 'pledge', id: pledge_id }, beneficiary: `campaign:${campaign_id}` },
    ...{ provider, reference: null, amount, currency, status: 'PENDING', facts: {}, refunds: [], holds: {} },
    ...{ captured_amount: 0, refunded_amount: 0, charged_back_amount: 0, created_at: at, version: 0 },
  });
}

/**
 * Takes a webhook: what is new in it is told, once; and it is kept as it came, with what became of it. Throws
 * PAYMENT_NOT_FOUND to another provider than the payment's.
 */
export function report(
  payment: PaymentState,
  { report: reported, ...webhook }: ReportedWebhook,
  { at }: CommandContext,
): Decision<PaymentState, PaymentMessage> {
  if (webhook.provider !== payment.provider) throw fail('PAYMENT_NOT_FOUND', { id: payment.id });
  const { decision, outcome } = taking(payment, reported, at);
  return decision.recording('webhooks', { ...webhook, outcome });
}

/** Takes what a provider answered when it was asked. */
export const hearAnswer = (
  payment: PaymentState,
  reported: Report,
  { at }: Pick<CommandContext, 'at'>,
): Decision<PaymentState, PaymentMessage> => taking(payment, reported, at).decision;

function taking(payment: PaymentState, reported: Report, at: Instant) {
  // Money in another currency is not this payment's: a person must look at it.
  if (reported.currency !== payment.currency)
    return { decision: becomes(payment), outcome: 'other_currency' } as const;
  const fact = factOf(reported);
  const facts = learn(payment.facts, fact);
  if (facts === payment.facts) return { decision: becomes(payment), outcome: 'already_known' } as const;
  const moved = afterFact(payment, fact, facts);
  const told = booking(payment, moved).publishing(reported.name, messageOf(payment, reported));
  const decision = fact.type === 'capture' ? awaitingSettlement(told, at) : told;
  return { decision: settlingRefund(decision, payment, reported), outcome: 'applied' } as const;
}

// Of a settlement Stripe sends no webhook; its own says two days or more.
const ASKED_FOR_SETTLEMENT = new Set(['stripe']);
const SETTLES_AFTER_MS = 2 * 24 * 3600_000;

/** Where a provider doesn't report that the money has arrived, it is asked. */
function awaitingSettlement(
  decision: Decision<PaymentState, PaymentMessage>,
  at: Instant,
): Decision<PaymentState, PaymentMessage> {
  const { id, provider, facts } = decision.state;
  const isAsked = ASKED_FOR_SETTLEMENT.has(provider) && facts.settled === undefined;
  return isAsked ? decision.scheduling('payments.settlement', id, addMs(at, SETTLES_AFTER_MS)) : decision;
}

/** A refund that was asked for and has come to its end is asked for no more; one that failed frees what it had reserved. */
function settlingRefund(
  decision: Decision<PaymentState, PaymentMessage>,
  { refunds }: PaymentState,
  { name, refund_id }: Report,
): Decision<PaymentState, PaymentMessage> {
  if (refund_id === undefined || !refunds.some((refund) => refund.refund_id === refund_id)) return decision;
  const settled = decision.unscheduling('payments.refund', refund_id);
  return name === 'payment.refund_failed' ? freeing(settled, refund_id) : settled;
}

const life = lifecycle(paymentMachine);

function afterFact(payment: PaymentState, fact: Fact, facts: Facts): PaymentState {
  const { amount, status, refunds } = payment;
  return {
    ...{ ...payment, ...moneyOf({ amount, facts }), facts },
    refunds: refunds.map((refund) => ({ ...refund, status: statusOf(refund, facts) })),
    status: life.afterFact(status, fact, { amount, facts }) as Payment['status'],
  };
}

function statusOf({ refund_id }: Refund, { refunds = {}, failed_refunds = {} }: Facts): Refund['status'] {
  if (Object.hasOwn(failed_refunds, refund_id)) return 'FAILED';
  return Object.hasOwn(refunds, refund_id) ? 'SUCCEEDED' : 'PENDING';
}

/** A refund was asked for: its money is reserved where it is the campaign's, and the provider is asked. */
export function wantRefund(
  payment: PaymentState,
  { refund_id, amount, of_campaign }: Payload<'pledge.refund_requested'>,
  { at }: CommandContext,
): Decision<PaymentState, PaymentMessage> {
  const status = statusOf({ refund_id, amount, status: 'PENDING' }, payment.facts);
  const refunds = [...payment.refunds, { refund_id, amount, status }];
  const wanted = becomes({ ...payment, refunds });
  if (status !== 'PENDING') return wanted;
  const asked = wanted.scheduling('payments.refund', refund_id, at, { payment_id: payment.id });
  if (!of_campaign) return asked;
  // The campaign has not got it any more: it was paid out.
  return holding(asked, refund_id, amount, () => refuse({ ...payment, refunds }, { refund_id }, { at }));
}

/** The refund will not come about: so it is told, as if the provider had. */
export function refuse(
  payment: PaymentState,
  { refund_id }: { refund_id: string },
  circumstances: Pick<CommandContext, 'at'>,
): Decision<PaymentState, PaymentMessage> {
  const { id: payment_id, currency, refunds } = payment;
  const { amount } = refunds.find((refund) => refund.refund_id === refund_id)!;
  const name = 'payment.refund_failed';
  return hearAnswer(payment, { payment_id, name, refund_id, amount, currency }, circumstances);
}

/** Its pledge was cancelled or has expired: nobody is to pay any more, and a hold is given up. */
export function giveUp(payment: PaymentState, _message: unknown, { at }: CommandContext) {
  return isUnpaid(payment) ? becomes(payment).scheduling('payments.void', payment.id, at) : becomes(payment);
}

/** No money has come, but may yet: a checkout is open, or a hold. */
export const isUnpaid = ({ status }: PaymentState): boolean =>
  status === 'PENDING' || status === 'AUTHORIZED' || status === 'FAILED';

/** There is a checkout by now. Should the payment have been given up meanwhile, so must that be. */
export function checkOut(
  payment: PaymentState,
  { reference }: { reference: string },
  { at }: CommandContext,
): Decision<PaymentState, PaymentMessage> {
  if (payment.reference === reference) return becomes(payment);
  const decision = becomes({ ...payment, reference });
  return payment.status === 'VOIDED' ? decision.scheduling('payments.close', payment.id, at) : decision;
}

/** Throws TRANSITION_NOT_ALLOWED unless there is a hold. */
export function wantCapture(payment: PaymentState, _input: unknown, { at }: CommandContext) {
  const { id, status } = payment;
  if (status !== 'AUTHORIZED')
    throw fail('TRANSITION_NOT_ALLOWED', { lifecycle: 'payment', from: status, event: 'capture' });
  return becomes(payment).scheduling('payments.capture', id, at);
}

/** The fact in a report. */
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

const messageOf = ({ id, purpose, currency }: PaymentState, { amount, refund_id, dispute_id }: Report) => ({
  ...{ payment_id: id, pledge_id: purpose.id, amount, currency },
  ...(refund_id === undefined ? {} : { refund_id }),
  ...(dispute_id === undefined ? {} : { dispute_id }),
});
