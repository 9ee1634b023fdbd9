// The port to payment providers: what the platform wants of any of them.
import type { Payment } from '#contracts';
import { fail } from '#lib/errors';
import type { Service } from '#lib/service';
import type { Report } from '../payment-state.rules.ts';
import type { MandateProvider } from './mandates.ts';

/** A webhook as it reached the gateway. */
export interface RawWebhook {
  headers: Record<string, string>;
  body: string;
}

/** A webhook whose signature is the provider's. */
export interface Verified {
  webhook_id: string;
  type: string;
  /** What it says: the same each time that it is sent. */
  content: string;
  /** The payment that it is about; undefined: about none of the platform's, or of a type that it doesn't know. */
  about(): Promise<PaymentName | undefined>;
  /** What it reports of that payment. May ask the provider; throws UNAVAILABLE where that is away. */
  reports(payment: Payment): Promise<Report[]>;
}

/** A payment by our id or, where the provider doesn't tell that, by its own `reference`. */
export interface PaymentName {
  payment_id: string | undefined;
  reference?: string;
}
export interface Checkout {
  /** Where a donor pays. */
  location: string;
  /** The provider's own name of the payment; null where it uses ours. */
  reference: string | null;
}

/**
 * What is asked of a provider is asked with an id of ours, so that asking again is asking once. It answers with what it knows
 * of the outcome by then, as reports; the rest comes by webhook. Throws PROVIDER_REFUSED where it will never do it. Any other
 * error leaves the outcome unknown: `query` settles it.
 */
export interface Provider {
  name: string;
  /** Whether it reports that money has arrived; one that does not is asked. */
  reports_settlement: boolean;
  /** The same payment again is the same checkout. Where there is a mandate, paying saves the card. */
  checkout(service: Service, payment: Payment, mandate_id?: string): Promise<Checkout>;
  /** Takes the money of a hold. */
  capture(service: Service, payment: Payment): Promise<Report[]>;
  /** Gives a hold up, or a checkout that nobody has paid. */
  void(service: Service, payment: Payment): Promise<Report[]>;
  /** `refund_id` is ours, a UUID. */
  refund(
    service: Service,
    payment: Payment,
    refund: { refund_id: string; amount: number },
  ): Promise<Report[]>;
  /** All that has become of a payment, as it would be reported; nothing where the provider has never heard of it. */
  query(service: Service, payment: Payment): Promise<Report[]>;
  /** Throws WEBHOOK_SIGNATURE_INVALID, BODY_UNREADABLE. */
  verify(webhook: RawWebhook): Verified;
  /** One that was verified when it came, and recorded: its signature may be too old by now. */
  read(recorded: { webhook_id: string; body: string }): Verified;
  mandates: MandateProvider;
}

/** What a webhook says, as `content`. Throws BODY_UNREADABLE for what is nested deeper than JSON can be written. */
export function contentOf(type: string, said: unknown): string {
  try {
    return JSON.stringify([type, said]);
  } catch {
    throw fail('BODY_UNREADABLE');
  }
}
