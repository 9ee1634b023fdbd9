import { action } from '#lib/service';
import { readProspect } from '../prospect.store.ts';

export default action('pledges.read_prospect', async function ({ params }) {
  return readProspect(this.db, params);
});
