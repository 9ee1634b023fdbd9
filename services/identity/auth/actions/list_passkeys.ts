import { action } from '#lib/service';
import { findPasskeys, shown } from '../passkey.store.ts';

export default action('auth.list_passkeys', async function ({ meta: { caller } }) {
  return { data: (await findPasskeys(this.db, caller!.user_id)).map(shown) };
});
