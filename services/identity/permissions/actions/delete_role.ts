import { fail } from '#lib/errors';
import { action } from '#lib/service';
import { changing, ownRole, tellOfRole } from '../role.changing.ts';
import { mustNotExceed, permissionsOf } from '../role.rules.ts';
import { deleteRole } from '../role.store.ts';

export default action('permissions.delete_role', async function (ctx) {
  const { name } = ctx.params;
  return changing(this, ctx, async (it) => {
    const role = ownRole(it.roles, name);
    mustNotExceed(permissionsOf(it.roles, name), it.caller.permissions);
    const inherited_by = [...it.roles.values()]
      .filter(({ inherits, excludes }) => inherits.includes(name) || excludes.includes(name))
      .map((other) => other.name);
    if (inherited_by.length > 0) throw fail('ROLE_INHERITED', { inherited_by });
    await deleteRole(it.tx, name);
    await tellOfRole(it, name, role, null);
    return role;
  });
});
