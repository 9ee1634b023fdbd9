import { action } from '#lib/service';
import { findUser } from '../user.store.ts';

export default action('users.get', async function ({ params: { user_id } }) {
  return findUser(this.db, user_id);
});
