// The port to payment providers: what the platform wants of any of them.
import type { Payment } from '#contracts';
import type { Ctx } from '#lib/service';
import type { Report } from '../payment.ts';

/** A webhook as it reached the gateway. */
export interface RawWebhook {
  headers: Record<string, string>;
  body: string;
}

/** A webhook whose signature is the provider's. */
export interface Verified {
  webhook_id: string;
  type: string;
  /** undefined: of a type that the platform doesn't know. */
  report: Report | undefined;
}

export interface Provider {
  /** Where a donor pays. The same payment again is the same checkout. */
  checkout(ctx: Ctx<unknown>, payment: Pick<Payment, 'id' | 'amount' | 'currency'>): Promise<string>;
  /** Throws WEBHOOK_SIGNATURE_INVALID, BODY_UNREADABLE. */
  verify(webhook: RawWebhook): Verified;
}
