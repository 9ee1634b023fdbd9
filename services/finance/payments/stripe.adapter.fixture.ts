// The adapter to Stripe, and a server that speaks as Stripe does.
import type { Payment } from '#contracts';
import { codeOf } from '#lib/errors';
import type { Service } from '#lib/service';
import { SECRET_KEY, startStripe } from '#test/stripe/server';
import { aPayment } from './payment.fixture.ts';
import { stripe } from './providers/stripe.ts';

// The adapter asks nothing of the service: Stripe is reached by the library alone.
export const service = {} as Service;

export type Adapter = Awaited<ReturnType<typeof startAdapter>>;

export async function startAdapter() {
  const server = await startStripe();
  const settings = {
    secret_key: SECRET_KEY,
    publishable_key: 'pk_test_local',
    api_url: server.url,
    webhook_secrets: ['whsec_local'],
  };
  const provider = (changes = {}, timeout_ms?: number) =>
    stripe({ ...settings, ...changes }, 'https://give.example', timeout_ms);

  /** A payment that has its PaymentIntent. */
  async function opened(changes: Partial<Payment> = {}) {
    const payment = aPayment(changes);
    const { reference } = await provider().checkout(service, payment);
    return { ...payment, reference: reference! };
  }

  async function paid(changes: Partial<Payment> = {}) {
    const payment = await opened(changes);
    server.account.pay(payment.reference);
    return payment;
  }

  return { server, provider, opened, paid };
}

/** A payment of which this refund was asked for. */
export const asking = (payment: Payment, refund_id: string, amount = 300): Payment => ({
  ...payment,
  refunds: [...payment.refunds, { refund_id, amount, status: 'PENDING' }],
});

export const refusalOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'done',
    (error: Error & { data?: object }) => ({ code: codeOf(error), ...error.data }),
  );

export const namesOf = (reports: { name: string }[]) => reports.map(({ name }) => name);
