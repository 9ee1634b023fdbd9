// A provider repeats a webhook for days, not months; what it did is in the payment.
import { retention } from '#mixins/timers';

export default retention('webhooks', `received_at < now() - interval '90 days'`);
