import { action } from '#lib/service';
import { takeRole } from '../grant.changing.ts';
import { changing } from '../role.changing.ts';

/** Restored, they are an admin no more: somebody else was left who can make them one. */
export default action('permissions.lay_down_admin', async function (ctx) {
  const { user_id } = ctx.params;
  return changing(this, ctx, async (it) => {
    await takeRole(it, { user_id, role: 'admin', resource: null });
    return {};
  });
});
