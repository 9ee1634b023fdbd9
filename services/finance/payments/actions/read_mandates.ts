import { action } from '#lib/service';
import { readMandates } from '../mandate.store.ts';

export default action('payments.read_mandates', async function ({ params: { ids } }) {
  return { data: await readMandates(this.db, ids) };
});
