import { action } from '#lib/service';
import { factorsOf } from '../factors.ts';

export default action('auth.read_factors', async function ({ meta: { caller } }) {
  return factorsOf(this.db, caller!.user_id);
});
