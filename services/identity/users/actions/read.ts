import { action } from '#lib/service';
import { findUser } from '../user.store.ts';

export default action('users.read', async function ({ params: { id } }) {
  return findUser(this.db, id);
});
