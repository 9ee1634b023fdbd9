import { action } from '#lib/service';
import { publicKeys } from '../access-token.jwt.ts';

export default action('auth.jwks', async function () {
  return { keys: await publicKeys(this) };
});
