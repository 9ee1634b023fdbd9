import { action } from '#lib/service';
import { findContacts } from '../user.store.ts';

export default action('users.read_contacts', async function ({ params: { user_ids } }) {
  return { data: await findContacts(this.db, user_ids) };
});
