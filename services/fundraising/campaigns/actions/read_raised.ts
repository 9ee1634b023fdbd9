import { action } from '#lib/service';
import { readRaised } from '../campaign.invariants.ts';

export default action('campaigns.read_raised', async function ({ params: { ids } }) {
  return { data: await readRaised(this.db, ids) };
});
