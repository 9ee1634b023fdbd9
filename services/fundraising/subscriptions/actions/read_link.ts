import { action } from '#lib/service';
import { linksOf } from '../subscription.link.ts';

export default action('subscriptions.read_link', async function ({ params: { subscription_id } }) {
  const { url, end_url } = linksOf(this, subscription_id);
  return { url, end_url };
});
