import { action } from '#lib/service';
import { changed, changing, ownRole, tellOfRole } from '../role.changing.ts';
import { saveRole } from '../role.store.ts';

export default action('permissions.update_role', async function (ctx) {
  const { name, ...change } = ctx.params;
  return changing(this, ctx, async (it) => {
    const before = ownRole(it.roles, name);
    const role = await changed(it, before, change);
    await saveRole(it.tx, role);
    await tellOfRole(it, name, before, role);
    return role;
  });
});
