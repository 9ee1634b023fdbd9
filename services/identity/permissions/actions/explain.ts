import { action } from '#lib/service';
import { world } from '#lib/world';
import { askedOf, holdingOf } from '../permissions.view.ts';
import { pathsTo, rolesAllowing } from '../role.rules.ts';

export default action('permissions.explain', async function ({ params, meta: { caller } }) {
  const { permission, resource = null } = params;
  const { roles, grants } = await holdingOf(this.db, askedOf(caller!, params));
  const paths = pathsTo(roles, grants, { permission, resource }, world.now());
  // Any one path allows: so what ends it is to revoke the grants of all.
  const ends = new Map(
    paths.map(({ grant: { role, resource: on } }) => [`${role} ${on}`, { role, resource: on }]),
  );
  return {
    allowed: paths.length > 0,
    paths,
    ended_by: [...ends.values()],
    allowed_by: rolesAllowing(roles, permission),
  };
});
