import { permissionNames, permissions } from '#contracts/permissions';
import { action } from '#lib/service';

const data = permissionNames.map((name) => ({ name, description: permissions[name].description }));

export default action('permissions.list', async function () {
  return { data };
});
