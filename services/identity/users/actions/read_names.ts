import { action } from '#lib/service';
import { findNames } from '../user.store.ts';

export default action('users.read_names', async function ({ params: { user_ids } }) {
  return { data: await findNames(this.db, user_ids) };
});
