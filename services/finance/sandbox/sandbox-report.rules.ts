// The state of a payment at the sandbox provider, by its reports. Pure functions.
import type { SandboxPayment, SandboxWebhook } from '#contracts';
import type { Instant } from '#lib/world';

/** The possible reports, by the script that triggers them. There is no script for `void`: only the platform asks for that. */
export const reportOf = {
  authorize: 'payment.authorized',
  capture: 'payment.captured',
  settle: 'settlement.confirmed',
  fail: 'payment.failed',
  void: 'payment.voided',
  refund: 'payment.refunded',
  fail_refund: 'payment.refund_failed',
  dispute: 'payment.disputed',
  win: 'payment.dispute_won',
} as const;

export type Verb = keyof typeof reportOf;
type Data = SandboxWebhook['data'];

/** The amount, and the refund or dispute; defaults follow from the payment. */
export interface Which {
  amount?: number | undefined;
  refund_id?: string | undefined;
  dispute_id?: string | undefined;
  /** Why a payment failed. */
  reason?: string | undefined;
}

/** A report about `payment`. `fact_id` is the id of a new refund or dispute. */
export function reporting(
  payment: SandboxPayment,
  verb: Verb,
  { at, fact_id, ...which }: Which & { at: Instant; fact_id: string },
): SandboxWebhook {
  const earlier = earlierOf(payment, verb, which)?.data;
  const { refund_id = earlier?.refund_id ?? fact_id, dispute_id = earlier?.dispute_id ?? fact_id } = which;
  return {
    type: reportOf[verb],
    timestamp: at,
    data: {
      payment_id: payment.id,
      amount: which.amount ?? earlier?.amount ?? payment.amount,
      currency: payment.currency,
      ...(verb === 'refund' || verb === 'fail_refund' ? { refund_id } : {}),
      ...(verb === 'dispute' || verb === 'win' ? { dispute_id } : {}),
      ...(which.reason === undefined ? {} : { reason: which.reason }),
    },
  };
}

/** The refund that failed, or the dispute that was won: the one given, or the last. */
function earlierOf({ reports }: SandboxPayment, verb: Verb, { refund_id, dispute_id }: Which) {
  if (verb === 'fail_refund')
    return reports.findLast(
      ({ type, data }) => type === reportOf.refund && (refund_id ?? data.refund_id) === data.refund_id,
    );
  if (verb === 'win')
    return reports.findLast(
      ({ type, data }) => type === reportOf.dispute && (dispute_id ?? data.dispute_id) === data.dispute_id,
    );
  return undefined;
}

/** The payment with these reports: each fact counts once, as it was reported first. */
export function knowing(payment: SandboxPayment, added: SandboxWebhook[]): SandboxPayment {
  const reports = [...payment.reports];
  for (const report of added) if (!reports.some((known) => isSame(known, report))) reports.push(report);
  const figures = figuresOf(reports);
  return { ...payment, ...figures, reports, status: statusOf(reports, figures) };
}

export const has = ({ reports }: SandboxPayment, verb: Verb): boolean =>
  reports.some(({ type }) => type === reportOf[verb]);

const isSame = (a: SandboxWebhook, b: SandboxWebhook) =>
  a.type === b.type && a.data.refund_id === b.data.refund_id && a.data.dispute_id === b.data.dispute_id;

type Figures = Pick<SandboxPayment, 'captured_amount' | 'refunded_amount' | 'disputed_amount'>;

function figuresOf(reports: SandboxWebhook[]): Figures {
  const dataOf = (verb: Verb) =>
    reports.filter(({ type }) => type === reportOf[verb]).map(({ data }) => data);
  const without = (verb: Verb, undone: Verb, name: 'refund_id' | 'dispute_id') => {
    const gone = new Set(dataOf(undone).map((data) => data[name]));
    return sum(dataOf(verb).filter((data) => !gone.has(data[name])));
  };
  const taken = dataOf('capture')[0] ?? dataOf('settle')[0];
  return {
    captured_amount: taken?.amount ?? 0,
    refunded_amount: without('refund', 'fail_refund', 'refund_id'),
    disputed_amount: without('dispute', 'win', 'dispute_id'),
  };
}

const sum = (data: Data[]) => data.reduce((total, { amount }) => total + amount, 0);

function statusOf(reports: SandboxWebhook[], figures: Figures): SandboxPayment['status'] {
  const { captured_amount, refunded_amount, disputed_amount } = figures;
  if (disputed_amount > 0) return 'DISPUTED';
  if (refunded_amount > 0) return refunded_amount >= captured_amount ? 'REFUNDED' : 'PARTIALLY_REFUNDED';
  if (captured_amount > 0) return 'PAID';
  if (reports.some(({ type }) => type === reportOf.void)) return 'VOIDED';
  // The last attempt counts: a donor whose first card is declined tries another.
  const last = reports.findLast(({ type }) => type === reportOf.fail || type === reportOf.authorize);
  if (!last) return 'OPEN';
  return last.type === reportOf.fail ? 'DECLINED' : 'AUTHORIZED';
}
