import { currencyPayableBy } from '#contracts/finance/payable';
import { fail } from '#lib/errors';

/** Nobody could pay for a campaign in a currency that the provider lacks. Throws AMOUNT_NOT_PAYABLE. */
export function currencyMustBePayable(payment_provider: string, currency: string): void {
  const refusal = currencyPayableBy(payment_provider, currency);
  if (!refusal) return;
  const { reason, pointer, message } = refusal;
  throw fail('AMOUNT_NOT_PAYABLE', { reason, errors: [{ pointer, message }] });
}
