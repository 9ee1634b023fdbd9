import { action } from '#lib/service';
import { findProfile } from '../user.store.ts';

export default action('users.read', async function ({ params: { id } }) {
  return findProfile(this.db, id);
});
