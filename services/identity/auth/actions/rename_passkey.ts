import { fail } from '#lib/errors';
import { action } from '#lib/service';
import { renamePasskey, shown } from '../passkey.store.ts';

export default action('auth.rename_passkey', async function ({ params: { id, name }, meta: { caller } }) {
  const passkey = await renamePasskey(this.db, { id, name, user_id: caller!.user_id });
  if (!passkey) throw fail('PASSKEY_NOT_FOUND', { id });
  return shown(passkey);
});
