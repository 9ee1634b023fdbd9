import { action } from '#lib/service';
import { readFacts } from '../pledge.invariants.ts';

export default action('pledges.read_facts', async function ({ params }) {
  return { data: await readFacts(this.db, params) };
});
