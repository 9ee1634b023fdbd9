import { action } from '#lib/service';
import { shownGrants, takeRole } from '../grant.changing.ts';
import { changing, roleNamed } from '../role.changing.ts';
import { mustNotExceed, permissionsOf } from '../role.rules.ts';
import { findGrants } from '../role.store.ts';

export default action('permissions.revoke_role', async function (ctx) {
  const { id: user_id, name: role, resource = null } = ctx.params;
  return changing(this, ctx, async (it) => {
    roleNamed(it.roles, role);
    mustNotExceed(permissionsOf(it.roles, role), it.caller.permissions);
    await takeRole(it, { user_id, role, resource });
    return { data: shownGrants(await findGrants(it.tx, user_id)) };
  });
});
