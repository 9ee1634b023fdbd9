import { fail } from '#lib/errors';
import { action } from '#lib/service';
import { undoDeletion } from '../deletion.undoing.ts';
import { checkPassword } from '../password.checking.ts';

export default action('auth.restore', async function ({ params, meta, requestID }) {
  const { user_id } = await checkPassword(this, params, meta);
  const restored = await undoDeletion(this, { user_id, requestID });
  if (!restored) throw fail('CREDENTIALS_WRONG');
  return restored;
});
