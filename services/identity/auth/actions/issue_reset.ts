import { may } from '#lib/caller';
import { fail } from '#lib/errors';
import { action } from '#lib/service';
import { world } from '#lib/world';
import { accountAt } from '../account.finding.ts';
import { resetLinkOf } from '../password-reset.link.ts';
import { openReset } from '../password-reset.opening.ts';

export default action('auth.issue_reset', async function ({ params: { email, show = false }, meta }) {
  const permission = 'accounts:recover';
  if (show && !may(meta.caller, permission)) throw fail('PERMISSION_DENIED', { permission });
  const credentials = await accountAt(this, email);
  const id = world.newId();
  const expires_at = await openReset(this, credentials, { id, by_mail: !show });
  if (expires_at === undefined) throw fail('ACCOUNT_NOT_FOUND');
  return { email: credentials.email, url: show ? resetLinkOf(this, id) : null, expires_at };
});
