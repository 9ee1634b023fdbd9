import { fail } from '#lib/errors';
import { action } from '#lib/service';
import { world } from '#lib/world';
import { useAccessToken } from '../access-token.store.ts';
import { hashOfToken } from '../login-session.tokens.ts';

export default action('auth.read_access_token', async function ({ params: { token } }) {
  const found = await useAccessToken(this.db, hashOfToken(token), world.now());
  if (!found) throw fail('SIGN_IN_REQUIRED');
  return found;
});
