// Second pass: the postings, messages and timers that follow from a report. Pure functions.
import { becomes, type Decision } from '#mixins/actors/decision';
import type { PaymentState, Report, PaymentMessage } from './payment-state.rules.ts';
import { postReport, releaseRefund } from './postings.rules.ts';

/** Nothing, where the report was known already. */
export function effectsOf(
  before: PaymentState,
  after: PaymentState,
  report: Report,
): Decision<PaymentState, PaymentMessage> {
  if (after === before) return becomes(before);
  const posted = postReport(before, after).publishing(report.name, messageOf(after, report));
  const released = Object.keys(before.holds)
    .filter((refund_id) => !Object.hasOwn(after.holds, refund_id))
    .reduce(releaseRefund, posted);
  // The provider is asked for a refund until its outcome is known.
  return after.refunds
    .filter(({ status }, i) => status !== before.refunds[i]!.status)
    .reduce((decision, { refund_id }) => decision.unscheduling('payments.refund', refund_id), released);
}

const messageOf = (
  { id, purpose, currency }: PaymentState,
  { amount, refund_id, dispute_id, reason }: Report,
) => ({
  payment_id: id,
  purpose,
  amount,
  currency,
  ...(refund_id === undefined ? {} : { refund_id }),
  ...(dispute_id === undefined ? {} : { dispute_id }),
  ...(reason === undefined ? {} : { reason }),
});
