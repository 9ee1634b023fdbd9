import { action } from '#lib/service';
import { findRoles } from '../role.store.ts';

export default action('permissions.list_roles', async function () {
  return { data: [...(await findRoles(this.db)).values()] };
});
