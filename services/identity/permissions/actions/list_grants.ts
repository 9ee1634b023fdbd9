import { may } from '#lib/caller';
import { fail } from '#lib/errors';
import { action } from '#lib/service';
import { shownGrants } from '../grant.changing.ts';
import { findGrants } from '../role.store.ts';

export default action('permissions.list_grants', async function ({ params: { id }, meta: { caller } }) {
  if (id !== caller!.user_id && !may(caller, 'roles:read'))
    throw fail('PERMISSION_DENIED', { permission: 'roles:read' });
  return { data: shownGrants(await findGrants(this.db, id)) };
});
