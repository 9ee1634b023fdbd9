import { action } from '#lib/service';
import { findOwnProfile } from '../user.store.ts';

export default action('users.me', async function ({ meta: { caller } }) {
  const { user_id, permissions } = caller!; // the contract asks for a permission: so there is a caller
  return { ...(await findOwnProfile(this.db, user_id)), permissions: [...permissions].sort() };
});
