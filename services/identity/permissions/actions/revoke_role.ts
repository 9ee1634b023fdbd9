import { DEFAULT_ROLE } from '#contracts/identity/roles';
import { action } from '#lib/service';
import { mustLeaveAdmin, shownGrants, tellOfUser } from '../grant.changing.ts';
import { changing, roleNamed } from '../role.changing.ts';
import { mustNotExceed, permissionsOf } from '../role.rules.ts';
import { deleteGrant, findGrants, saveGrant } from '../role.store.ts';

export default action('permissions.revoke_role', async function (ctx) {
  const { id: user_id, name: role, resource = null } = ctx.params;
  return changing(this, ctx, async (it) => {
    const { tx, roles, caller, at } = it;
    roleNamed(roles, role);
    mustNotExceed(permissionsOf(roles, role), caller.permissions);
    const place = { user_id, role, resource };
    if (role === 'admin' && resource === null) await mustLeaveAdmin(it, place);
    // Everybody has it who has no row that says otherwise.
    if (role === DEFAULT_ROLE && resource === null)
      await saveGrant(tx, {
        ...place,
        expires_at: null,
        revoked_at: at,
        granted_by: caller.user_id,
        granted_at: at,
      });
    else await deleteGrant(tx, place);
    await tellOfUser(it, user_id);
    await tx.publish('role.revoked', { ...place, by: caller.user_id, at });
    return { data: shownGrants(await findGrants(tx, user_id)) };
  });
});
