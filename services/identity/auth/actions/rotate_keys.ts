import { action } from '#lib/service';
import { rotateKeys } from '../access-token.jwt.ts';

export default action('auth.rotate_keys', async function () {
  const { kid, signs_at } = await rotateKeys(this);
  return { kid, signs_at };
});
