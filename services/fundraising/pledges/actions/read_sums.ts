import { action } from '#lib/service';
import { readSums } from '../pledge.store.ts';

export default action('pledges.read_sums', async function ({ params }) {
  return { data: await readSums(this.db, params) };
});
