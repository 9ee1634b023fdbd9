import { action } from '#lib/service';
import { world } from '#lib/world';
import { listAccessTokens } from '../access-token.store.ts';

export default action('auth.list_access_tokens', async function ({ meta: { caller } }) {
  return { data: await listAccessTokens(this.db, caller!.user_id, world.now()) };
});
