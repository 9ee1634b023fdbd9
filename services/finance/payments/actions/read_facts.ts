import { action } from '#lib/service';
import { readFacts } from '../payment.invariants.ts';

export default action('payments.read_facts', async function ({ params }) {
  return { data: await readFacts(this.db, params) };
});
