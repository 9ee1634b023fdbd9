// What a campaign and a provider take, and when: the same for a pledge and for a recurring gift. Pure functions.
import type { CampaignView } from '#contracts';
import { MAX_AMOUNT } from '#contracts/define';
import { payableBy } from '#contracts/finance/payable';
import { fail } from '#lib/errors';

interface Wished {
  campaign_id: string;
  currency: string;
}

/** Throws CAMPAIGN_NOT_FOUND, CAMPAIGN_NOT_OPEN, CURRENCY_MISMATCH. */
export function mustBeOpen(
  { campaign_id, currency: wished }: Wished,
  { status, ends_at, currency, owner_id }: CampaignView,
  user_id: string | undefined,
  at: string,
): void {
  // Somebody else's draft is nobody's business: not even that there is one.
  if (status === 'DRAFT' && owner_id !== user_id) throw fail('CAMPAIGN_NOT_FOUND', { id: campaign_id });
  if (status !== 'PUBLISHED' || (ends_at !== null && ends_at <= at))
    throw fail('CAMPAIGN_NOT_OPEN', { campaign_id, campaign_status: status, ends_at });
  if (wished !== currency)
    throw fail('CURRENCY_MISMATCH', { errors: [{ pointer: '/currency', message: `must be ${currency}` }] });
}

/** Throws VALIDATION_FAILED, AMOUNT_NOT_PAYABLE. */
export function mustBePayable(payment_provider: string, total: { amount: number; currency: string }): void {
  if (total.amount > MAX_AMOUNT) {
    const message = `must be at most ${MAX_AMOUNT} with the fee: it is ${total.amount}`;
    throw fail('VALIDATION_FAILED', { errors: [{ pointer: '/amount', message }] });
  }
  const refusal = payableBy(payment_provider, total);
  if (!refusal) return;
  const { reason, pointer, message } = refusal;
  throw fail('AMOUNT_NOT_PAYABLE', { reason, errors: [{ pointer, message }] });
}
