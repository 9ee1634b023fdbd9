import { fail } from '#lib/errors';
import { action } from '#lib/service';
import { world } from '#lib/world';
import { resetLinkOf } from '../password-reset.link.ts';
import { findReset } from '../password-reset.store.ts';

export default action('auth.read_reset_link', async function ({ params: { reset_id } }) {
  const reset = await findReset(this.db, reset_id, world.now());
  if (!reset) throw fail('RESET_LINK_INVALID');
  const { email, expires_at } = reset;
  return { email, url: resetLinkOf(this, reset_id), expires_at };
});
