import { fail } from '#lib/errors';
import { action } from '#lib/service';
import { mustLeaveAdmin, shownGrant, tellOfUser } from '../grant.changing.ts';
import { changing, roleNamed } from '../role.changing.ts';
import { mustNotExceed, mustNotExclude, permissionsOf, withDefault } from '../role.rules.ts';
import { findGrants, saveGrant } from '../role.store.ts';

export default action('permissions.grant_role', async function (ctx) {
  const { id: user_id, name: role, resource = null, expires_at = null } = ctx.params;
  // Throws USER_NOT_FOUND: a grant to a mistyped id would lie in wait for nobody.
  await ctx.call('users.get', { user_id });
  return changing(this, ctx, async (it) => {
    const { tx, roles, caller, at } = it;
    roleNamed(roles, role);
    mustNotExceed(permissionsOf(roles, role), caller.permissions);
    if (expires_at !== null && Date.parse(expires_at) <= Date.parse(at))
      throw fail('VALIDATION_FAILED', {
        errors: [{ pointer: '/expires_at', message: 'must be in the future' }],
      });
    const place = { user_id, role, resource };
    if (expires_at !== null && role === 'admin' && resource === null) await mustLeaveAdmin(it, place);
    const grant = { ...place, expires_at, revoked_at: null, granted_by: caller.user_id, granted_at: at };
    const others = (await findGrants(tx, user_id)).filter(
      (it) => it.role !== role || it.resource !== resource,
    );
    mustNotExclude(roles, withDefault([...others, grant]), at);
    await saveGrant(tx, grant);
    await tellOfUser(it, user_id);
    await tx.publish('role.granted', { ...place, expires_at, by: caller.user_id, at });
    return shownGrant(grant);
  });
});
