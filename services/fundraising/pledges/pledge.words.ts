// A pledge's statuses in words, for its donor.
import type { Pledge } from '#contracts';

type Tone = 'good' | 'bad' | 'calm';

export const standings: Record<Pledge['status'], readonly [tone: Tone, title: string, text: string]> = {
  PENDING: ['calm', 'Not paid yet', ''],
  AUTHORIZED: ['calm', 'Your payment is under way', 'The amount is on hold and has not been taken yet.'],
  CAPTURED: ['good', 'Paid. Thank you!', 'Your payment has been taken.'],
  COMPLETED: ['good', 'Paid. Thank you!', 'Your money has arrived.'],
  FAILED: ['bad', 'The payment did not succeed', 'Nothing was charged. You can try again.'],
  EXPIRED: ['calm', 'This pledge has ended', 'It was not paid in time.'],
  CANCELLED: ['calm', 'This pledge was cancelled', 'If it was paid after that, the money goes back to you.'],
  CONFLICTED: [
    'bad',
    'We are looking into your payment',
    'The amount that came is not the one that you pledged. A person will decide what becomes of it.',
  ],
  PARTIALLY_REFUNDED: ['good', 'Paid, and refunded in part', ''],
  REFUNDED: ['calm', 'Refunded', 'The money goes back the way that it came, which can take some days.'],
  CHARGED_BACK: ['bad', 'The charge is disputed', 'The money is not with the campaign.'],
  CHARGEBACK_REVERSED: ['good', 'Paid. Thank you!', 'The dispute over the charge has ended.'],
};

/** What has happened when a pledge came to a status. */
export const steps: Record<Pledge['status'], string> = {
  PENDING: 'Pledged',
  AUTHORIZED: 'Payment agreed',
  CAPTURED: 'Paid',
  COMPLETED: 'Money arrived',
  FAILED: 'Payment failed',
  EXPIRED: 'Ended unpaid',
  CANCELLED: 'Cancelled',
  CONFLICTED: 'Another amount arrived',
  PARTIALLY_REFUNDED: 'Refunded in part',
  REFUNDED: 'Refunded',
  CHARGED_BACK: 'Charge disputed',
  CHARGEBACK_REVERSED: 'Dispute ended',
};

export const refundWords: Record<Pledge['refunds'][number]['status'], string> = {
  PENDING: 'Refund on its way',
  SUCCEEDED: 'Refunded',
  FAILED: 'Refund did not succeed',
};
