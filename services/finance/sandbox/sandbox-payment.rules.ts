// The rules of the sandbox provider: its decisions when a donor, the platform or a script asks. Pure functions.
import type {
  Behaviour,
  MessageOf,
  Params,
  Payload,
  SandboxPayment,
  SandboxSending,
  SandboxWebhook,
} from '#contracts';
import { fail } from '#lib/errors';
import { uuidv5, addMs, type Instant } from '#lib/world';
import { becomes, type CommandContext, type Decision } from '#mixins/actors/decision';
import { has, knowing, reporting, type Verb, type Which } from './sandbox-report.rules.ts';

export type SandboxMessage = MessageOf<'sandbox'>;

/** Options of one request, in place of the payment's behaviour. */
export type How = Partial<Omit<Behaviour, 'refunds'>>;

/** What is sent later. */
export type Delayed = Pick<Payload<'sandbox.webhook_queued'>, 'sendings'>;

/** The first request sets what is to be paid. */
export function open(
  known: SandboxPayment | undefined,
  { id, description, amount, currency }: Omit<Params<'sandbox.open'>, 'mandate_id'>,
  { now }: CommandContext,
): Decision<SandboxPayment, SandboxMessage> {
  if (known) return becomes(known);
  return becomes<SandboxPayment>({
    id,
    description,
    amount,
    currency,
    status: 'OPEN',
    captured_amount: 0,
    refunded_amount: 0,
    disputed_amount: 0,
    behaviour: { duplicate: 1, delay_ms: 0, reorder: false, refunds: 'succeed' },
    reports: [],
    sent: [],
    created_at: now,
    version: 0,
  });
}

/** The donor pays: a hold, the capture and the settlement at once. Nothing more happens once it is paid, or closed. */
export function pay(
  payment: SandboxPayment,
  how: How,
  { now }: CommandContext,
): Decision<SandboxPayment, SandboxMessage> {
  if (!isPayable(payment)) return becomes(payment);
  // After a decline, paying again is another attempt.
  const isHeld = payment.status === 'AUTHORIZED';
  return withWebhooks(payment, isHeld ? ['capture', 'settle'] : ['authorize', 'capture', 'settle'], {
    how,
    at: now,
  });
}

/** The donor's bank declines. They may try again, as long as the platform waits. */
export function decline(
  payment: SandboxPayment,
  how: How,
  { now }: CommandContext,
): Decision<SandboxPayment, SandboxMessage> {
  return isPayable(payment) && !has(payment, 'fail')
    ? withWebhooks(payment, ['fail'], { how, at: now })
    : becomes(payment);
}

/** The donor leaves: the platform gets no webhook. */
export const abandon = (payment: SandboxPayment): Decision<SandboxPayment, SandboxMessage> =>
  becomes(payment.status === 'OPEN' ? { ...payment, status: 'ABANDONED' } : payment);

/** Whether the donor may still pay. */
export const isPayable = ({ status }: SandboxPayment): boolean =>
  status === 'OPEN' || status === 'ABANDONED' || status === 'DECLINED' || status === 'AUTHORIZED';

/** Reports whatever a script asks for, sense or nonsense. */
export const script =
  (verb: Verb) =>
  (payment: SandboxPayment, { how, ...which }: Which & { how: How }, { now }: CommandContext) =>
    withWebhooks(payment, [verb], { ...which, how, at: now });

/** Applies from now on, until it is changed again. */
export const behave = (
  payment: SandboxPayment,
  { id: _id, ...changes }: Params<'sandbox.behave'>,
): Decision<SandboxPayment, SandboxMessage> =>
  becomes({ ...payment, behaviour: { ...payment.behaviour, ...changes } });

/** A request of the platform, applied once: a repetition changes nothing. Throws PROVIDER_REFUSED. */
export function request(
  payment: SandboxPayment,
  asked: Params<'sandbox.request'>,
  { now }: CommandContext,
): Decision<SandboxPayment, SandboxMessage> {
  switch (asked.verb) {
    case 'capture':
      if (payment.captured_amount > 0) return becomes(payment);
      if (payment.status !== 'AUTHORIZED') throw refused('there is no hold to capture');
      return withWebhooks(payment, ['capture', 'settle'], { at: now });
    case 'void':
      if (payment.captured_amount > 0) throw refused('it was captured: refund it');
      // Without a webhook: the reply alone says so to the platform, which asked for it.
      return has(payment, 'void')
        ? becomes(payment)
        : becomes(knowing(payment, [named(payment, 'void', { at: now })]));
    case 'refund':
      return refund(payment, asked, now);
  }
}

function refund(
  payment: SandboxPayment,
  { refund_id, amount = 0 }: Params<'sandbox.request'>,
  at: Instant,
): Decision<SandboxPayment, SandboxMessage> {
  if (payment.reports.some(({ data }) => data.refund_id === refund_id)) return becomes(payment);
  const { captured_amount, refunded_amount, disputed_amount } = payment;
  if (amount > captured_amount - refunded_amount - disputed_amount)
    throw refused('more would be refunded than was captured');
  const { refunds } = payment.behaviour;
  if (refunds === 'wait') return becomes(payment);
  return withWebhooks(payment, [refunds === 'fail' ? 'fail_refund' : 'refund'], { refund_id, amount, at });
}

const refused = (reason: string) => fail('PROVIDER_REFUSED', { reason });

type ReportOptions = Which & { how?: How; at: Instant };

/** The report; a refund or dispute without an id gets one, the same for the same version of a payment, and for no other. */
const named = (payment: SandboxPayment, verb: Verb, { how: _how, ...which }: ReportOptions): SandboxWebhook =>
  reporting(payment, verb, { ...which, fact_id: uuidv5(`sandbox ${payment.id} ${payment.version}`) });

/** Adds these reports; their webhooks are due: at once by a message, later by a timer. */
export function withWebhooks(
  payment: SandboxPayment,
  verbs: Verb[],
  asked: ReportOptions,
): Decision<SandboxPayment, SandboxMessage> {
  const { id, version } = payment;
  const reports = verbs.map((verb) => named(payment, verb, asked));
  const sent = reports.map((webhook, i): SandboxSending => ({
    webhook_id: uuidv5(`sandbox webhook ${id} ${version} ${i}`),
    webhook,
  }));
  const decision = becomes({ ...knowing(payment, reports), sent });
  const { duplicate, delay_ms, reorder } = { ...payment.behaviour, ...asked.how };
  const round = reorder ? sent.toReversed() : sent;
  const sendings = Array.from({ length: duplicate }, () => round).flat();
  // A lone webhook is overtaken by the next: every other one waits.
  const wait_ms = delay_ms + (reorder && verbs.length === 1 && version % 2 === 1 ? OVERTAKEN_MS : 0);
  if (wait_ms === 0) return decision.publishing('sandbox.webhook_queued', { payment_id: id, sendings });
  const due: Delayed = { sendings };
  return decision.scheduling('sandbox.send_webhooks', `${id} ${version}`, addMs(asked.at, wait_ms), due);
}

// Long enough for a script's next request, and its webhooks.
const OVERTAKEN_MS = 1000;
