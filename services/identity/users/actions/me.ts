import { action } from '#lib/service';
import { findUser } from '../user.store.ts';

export default action('users.me', async function ({ meta: { caller } }) {
  return findUser(this.db, caller!.user_id); // the contract asks for a permission: so there is a caller
});
