import { fail } from '#lib/errors';
import { action } from '#lib/service';
import { world } from '#lib/world';
import { publishing } from '#mixins/outbox';
import { findCredentialsOf, lockCredentials } from '../credentials.store.ts';
import { hashOf } from '../password.argon2.ts';
import { checkOwnPassword } from '../password.checking.ts';
import { passSecondFactor } from '../second-factor.ts';
import { assertStrong } from '../password.rules.ts';
import { replacePassword } from '../password.replacing.ts';

export default action('auth.change_password', async function ({ params, meta, requestID }) {
  const { current_password, new_password, ...more } = params;
  const { user_id, login_session_id: except = null } = meta.caller!;
  const account = await findCredentialsOf(this.db, user_id);
  assertStrong(new_password, account?.email ?? '', 'new_password');
  const known = await checkOwnPassword(this, account, current_password, meta);
  await passSecondFactor(this, user_id, more, requestID ?? null);
  const password_hash = await hashOf(new_password, meta.address);
  return publishing(this, { requestID, user_id }, async (tx) => {
    const credentials = await lockCredentials(tx, user_id);
    // Of two at once the second had the old password.
    if (credentials?.password_hash !== known.password_hash) throw fail('CREDENTIALS_WRONG');
    await tx.publish('user.password_changed', { user_id, because: 'change', at: world.now() });
    return { revoked: await replacePassword(tx, { user_id, password_hash }, { except }, 'password_changed') };
  });
});
