// What is asked of providers: until it is known what came of it, by their answer, by webhook, or by asking what they know.
import type { Payment } from '#contracts';
import { fail } from '#lib/errors';
import type { Service, Timer } from '#lib/service';
import { addMs, world } from '#lib/world';
import { apply } from '#mixins/actors';
import type { Rule } from '#mixins/actors/decision';
import { schedule } from '#mixins/timers';
import { findPayment, paymentActor } from './payment.store.ts';
import { receiveReport } from './payment.rules.ts';
import type { PaymentState, Report } from './payment-state.rules.ts';
import { providerOf } from './providers/index.ts';
import type { Provider } from './providers/provider.ts';

type AskedTimer = `payments.${'capture' | 'refund' | 'settlement' | 'void'}`;

/** One thing that is asked of a provider when a timer is due. */
export interface Request {
  /** Whether it is still to be done, as far as is known. */
  isOpen(payment: PaymentState): boolean;
  ask(provider: Provider, payment: PaymentState): Promise<Report[]>;
}

// A webhook takes seconds; where none comes, the provider is asked what has become of it: after 1 min, 2, 4 … 64.
const FIRST_ASKED_AGAIN_MS = 60_000;
const MOST_DOUBLINGS = 6;

/**
 * Asks a provider, when a timer is due. The first time at once; when it has been asked before, whose outcome nobody knows, first
 * for what it knows. Asked again until it is over. Throws PROVIDER_REFUSED where the provider will never do it, and what left the
 * outcome unknown.
 */
export async function request(
  service: Service,
  payment_id: string,
  { name, key, payload, attempts }: Timer<AskedTimer>,
  { isOpen, ask: asks }: Request,
): Promise<void> {
  const before = await paymentOf(service, payment_id);
  if (!isOpen(before)) return;
  const provider = providerOf(service, before.provider);
  const { asked = 0 } = payload;
  const wasAsked = attempts > 0 || asked > 0;
  const payment = wasAsked ? await inquire(service, payment_id) : before;
  if (!isOpen(payment)) return;
  await take(service, payment, await asks(provider, payment));
  if (!isOpen(await paymentOf(service, payment_id))) return;
  const due_at = addMs(world.now(), FIRST_ASKED_AGAIN_MS * 2 ** Math.min(asked, MOST_DOUBLINGS));
  await schedule(service.db, { name, key, due_at, payload: { ...payload, asked: asked + 1 } });
}

/** Takes what a provider has told of a payment, each fact once. */
export async function take(service: Service, payment: Payment, reports: Report[]): Promise<void> {
  const { reports_settlement } = providerOf(service, payment.provider);
  for (const report of reports) {
    warnOfCurrency(service, payment, report);
    await tell(service, payment.id, receiveReport, { report, reports_settlement });
  }
}

/** Money in another currency than was asked for counts nowhere: a person must look at it. */
export function warnOfCurrency(
  { logger }: Service,
  { id, currency, provider }: Payment,
  report: Report,
): void {
  if (report.currency === currency) return;
  const { name, amount, currency: other } = report;
  logger.warn(`${provider} reports ${name} of ${amount} ${other} for payment ${id}, which is in ${currency}`);
}

/** Asks a provider what has become of a payment, and takes that. */
export async function inquire(service: Service, payment_id: string): Promise<PaymentState> {
  const payment = await paymentOf(service, payment_id);
  await take(service, payment, await providerOf(service, payment.provider).query(service, payment));
  return paymentOf(service, payment_id);
}

/** Applies a rule to a payment, which is to be harmless when it is applied again. */
export const tell = <I>(service: Service, key: string, rule: Rule<PaymentState, I>, input: I) =>
  apply(service, paymentActor, { name: 'provider', key, rule, input, command_id: null });

/** Throws PAYMENT_NOT_FOUND. */
export async function paymentOf({ db }: Service, id: string): Promise<PaymentState> {
  const payment = await findPayment(db, id);
  if (!payment) throw fail('PAYMENT_NOT_FOUND', { id });
  return payment;
}
