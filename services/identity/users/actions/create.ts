import { action } from '#lib/service';
import { world } from '#lib/world';
import { findUser, insertUser } from '../user.store.ts';

export default action('users.create', async function ({ params: { user_id: id, ...profile } }) {
  const user = { id, ...profile, email_verified: false, created_at: world.now() };
  return (await insertUser(this.db, user)) ? user : findUser(this.db, id);
});
