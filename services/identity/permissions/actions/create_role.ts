import { fail } from '#lib/errors';
import { action } from '#lib/service';
import { changed, changing, tellOfRole } from '../role.changing.ts';
import { saveRole } from '../role.store.ts';

export default action('permissions.create_role', async function (ctx) {
  const { name, ...change } = ctx.params;
  return changing(this, ctx, async (it) => {
    if (it.roles.has(name)) throw fail('ROLE_EXISTS', { name });
    const empty = { name, description: '', permissions: [], inherits: [], excludes: [], built_in: false };
    const role = await changed(it, empty, change);
    await saveRole(it.tx, role);
    await tellOfRole(it, name, null, role);
    return role;
  });
});
