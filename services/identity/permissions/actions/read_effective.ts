import { action } from '#lib/service';
import { world } from '#lib/world';
import { holdingOf } from '../permissions.view.ts';
import { effective } from '../role.rules.ts';

export default action('permissions.read_effective', async function ({ params: { user_id, roles: others } }) {
  const { roles, grants } = await holdingOf(this.db, user_id);
  const besides = others.map((role) => ({ role, resource: null, expires_at: null }));
  const { permissions, scoped, until } = effective(roles, [...grants, ...besides], world.now());
  return {
    permissions: [...permissions],
    scoped: [...scoped].map(([resource, some]) => ({ resource, permissions: [...some] })),
    until,
  };
});
