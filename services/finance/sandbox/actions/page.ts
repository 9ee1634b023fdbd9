import { action } from '#lib/service';
import { checkoutPage } from '../checkout.page.ts';
import { paymentOf } from '../sandbox-payment.store.ts';

export default action('sandbox.page', async function ({ params: { id } }) {
  return checkoutPage(await paymentOf(this.db, id));
});
