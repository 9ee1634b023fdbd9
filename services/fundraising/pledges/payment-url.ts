import type { Pledge } from '#contracts';
import { settingsOf } from '#lib/broker';
import type { Service } from '#lib/service';

/** Where a pledge is paid; null once nothing is to be paid any more. */
export const paymentUrlOf = (
  { broker }: Service,
  { id, status }: Pick<Pledge, 'id' | 'status'>,
): string | null =>
  status === 'PENDING' || status === 'FAILED' ? `${settingsOf(broker).public_url}/pay/${id}` : null;
