// What the sandbox provider reports when a script asks it to. Pure functions.
import type { SandboxPayment, SandboxWebhook } from '#contracts';
import type { Instant } from '#lib/world';

/** What a script may ask for, and the webhook that follows. */
export const reports = {
  authorize: 'payment.authorized',
  capture: 'payment.captured',
  settle: 'settlement.confirmed',
  fail: 'payment.failed',
  refund: 'payment.refunded',
  dispute: 'payment.disputed',
} as const;

export type Verb = keyof typeof reports;

/** `fact_id` names the refund or the dispute. */
export const webhookFor = (
  { id, amount, currency }: SandboxPayment,
  verb: Verb,
  asked: { amount?: number | undefined; fact_id: string; at: Instant },
): SandboxWebhook => ({
  type: reports[verb],
  timestamp: asked.at,
  data: {
    ...{ payment_id: id, amount: asked.amount ?? amount, currency },
    ...(verb === 'refund' ? { refund_id: asked.fact_id } : {}),
    ...(verb === 'dispute' ? { dispute_id: asked.fact_id } : {}),
  },
});
