import { action } from '#lib/service';
import { roleNamed } from '../role.changing.ts';
import { findRoles } from '../role.store.ts';

export default action('permissions.get_role', async function ({ params: { name } }) {
  return roleNamed(await findRoles(this.db), name);
});
