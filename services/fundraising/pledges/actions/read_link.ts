import { fail } from '#lib/errors';
import { action } from '#lib/service';
import { linkOf } from '../guest-link.ts';
import { paymentUrlOf } from '../payment-url.ts';
import { pledgeStore } from '../pledge.store.ts';

export default action('pledges.read_link', async function ({ params: { pledge_id } }) {
  const [pledge] = await pledgeStore.load(this.db, [pledge_id], false);
  if (!pledge) throw fail('PLEDGE_NOT_FOUND', { id: pledge_id });
  return { url: linkOf(this, pledge_id), payment_url: paymentUrlOf(this, pledge) };
});
