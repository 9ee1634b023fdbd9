import { action } from '#lib/service';
import { findOpenSoon } from '../payment.checkout.ts';
import { pageOf } from '../providers/index.ts';

/** Where a payment is made on a page of ours: /pay/:purpose_id leads here. */
export default action('payments.page', async function ({ params: { purpose_id } }) {
  return pageOf(this, await findOpenSoon(this, purpose_id));
});
