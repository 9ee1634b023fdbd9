// A provider repeats a webhook for days, not months; what it did is in the payment.
import { prunes } from '#mixins/scheduler';

export default prunes('webhooks', `received_at < now() - interval '90 days'`);
