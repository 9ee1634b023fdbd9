import { fail } from '#lib/errors';
import { action } from '#lib/service';
import { undoDeletion } from '../deletion.undoing.ts';
import { usePasskey } from '../passkey.use.ts';

/** For who has no password any more. */
export default action('auth.restore_with_passkey', async function ({ params, requestID }) {
  const use = await usePasskey(this, params, 'alone');
  const restored = use && (await undoDeletion(this, { user_id: use.user_id, requestID }));
  if (!restored) throw fail('PASSKEY_REFUSED');
  return restored;
});
