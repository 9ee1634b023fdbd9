import { settingsOf } from '#lib/broker';
import { action } from '#lib/service';
import { world } from '#lib/world';
import { openPayment } from '../sandbox-payment.store.ts';

export default action('sandbox.open', async function ({ params }) {
  await openPayment(this.db, { ...params, created_at: world.now() });
  return { checkout_url: `${settingsOf(this.broker).public_url}/sandbox/payments/${params.id}` };
});
