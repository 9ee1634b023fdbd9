// What is asked of providers, and when. Each is asked until it is over: see payment.provider.ts.
import { codeOf } from '#lib/errors';
import { job } from '#mixins/timers';
import { timersOfMandates } from './mandate.timers.ts';
import { inquire, paymentOf, request, take, tell } from './payment.provider.ts';
import { isUnpaid, refuse } from './payment.rules.ts';
import type { PaymentState } from './payment-state.rules.ts';
import { providerOf } from './providers/index.ts';
import { asReason } from './providers/reason.ts';

/** Takes the money of a hold, once. Where the provider will not, it is asked what has become of it: an admin may ask again. */
const capture = job('payments.capture', async (service, timer) => {
  try {
    await request(service, timer.key, timer, {
      isOpen: ({ status }) => status === 'AUTHORIZED',
      ask: (provider, payment) => provider.capture(service, payment),
    });
  } catch (error) {
    if (codeOf(error) !== 'PROVIDER_REFUSED') throw error;
    await inquire(service, timer.key);
  }
});

/** Closes a checkout that came about while its payment was given up. */
const close = job('payments.close', async (service, { key }) => {
  const payment = await paymentOf(service, key);
  await take(service, payment, await providerOf(service, payment.provider).void(service, payment));
});

const refundOf = ({ refunds }: PaymentState, id: string) => refunds.find(({ refund_id }) => refund_id === id);

/** Why the provider refused, in its words. */
const reasonIn = (error: unknown) => asReason((error as { data?: { reason?: unknown } }).data?.reason);

/** Asks the provider for a refund: the timer's key is its id. */
const refund = job('payments.refund', async (service, timer) => {
  const { key: refund_id, payload } = timer;
  const payment_id = payload.payment_id;
  try {
    await request(service, payment_id, timer, {
      isOpen: (payment) => refundOf(payment, refund_id)?.status === 'PENDING',
      ask: (provider, payment) =>
        provider.refund(service, payment, { refund_id, amount: refundOf(payment, refund_id)!.amount }),
    });
  } catch (error) {
    if (codeOf(error) !== 'PROVIDER_REFUSED') throw error;
    await tell(service, payment_id, refuse, { refund_id, reason: reasonIn(error) });
  }
});

/** Asks a provider that does not report it whether the money has arrived. */
const settlement = job('payments.settlement', (service, timer) =>
  request(service, timer.key, timer, {
    isOpen: ({ facts, captured_amount }) => facts.settled === undefined && captured_amount > 0,
    ask: (provider, payment) => provider.query(service, payment),
  }),
);

/**
 * Gives a hold up, or a checkout. Where the provider will not, money has moved, or a bank is at work: it is asked what it
 * knows, and to give it up again until that is over.
 */
const voiding = job('payments.void', async (service, timer) => {
  try {
    await request(service, timer.key, timer, {
      isOpen: isUnpaid,
      ask: (provider, payment) => provider.void(service, payment),
    });
  } catch (error) {
    if (codeOf(error) !== 'PROVIDER_REFUSED' || isUnpaid(await inquire(service, timer.key))) throw error;
  }
});

export const timers = [capture, close, refund, settlement, voiding, ...timersOfMandates];
