import type { Pledge } from '#contracts';
import { settingsOf } from '#lib/broker';
import type { Service } from '#lib/service';

/** Where a pledge is paid; null once nothing is to be paid any more, and where a saved card is charged. */
export const paymentUrlOf = (
  { broker }: Service,
  { id, status, period }: Pick<Pledge, 'id' | 'status' | 'period'>,
): string | null => {
  const isUnpaid = status === 'PENDING' || status === 'FAILED';
  const isRenewal = period !== null && period > 0;
  return isUnpaid && !isRenewal ? `${settingsOf(broker).public_url}/pay/${id}` : null;
};
