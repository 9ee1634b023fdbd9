import { fail } from '#lib/errors';
import { action } from '#lib/service';
import { publishing } from '#mixins/outbox';
import { signer } from '../access-token.jwt.ts';
import { holdPassword, replaceHash } from '../credentials.store.ts';
import { openLoginSession } from '../login-session.tokens.ts';
import { hashOf, isOutdated } from '../password.argon2.ts';
import { checkPassword } from '../password.checking.ts';
import { passSecondFactor } from '../second-factor.ts';

export default action('auth.login', async function ({ params, meta, requestID }) {
  const credentials = await checkPassword(this, params, meta);
  if (isOutdated(credentials.password_hash)) {
    const password_hash = await hashOf(params.password, meta.address);
    if (await replaceHash(this.db, credentials, password_hash)) credentials.password_hash = password_hash;
  }
  const amr = await passSecondFactor(this, credentials.user_id, params, requestID);
  const sign = await signer(this);
  return publishing(this, { requestID, user_id: credentials.user_id }, async (tx) => {
    // It may have been erased since, or the password changed.
    if (!(await holdPassword(tx, credentials))) throw fail('CREDENTIALS_WRONG');
    return openLoginSession(tx, { user_id: credentials.user_id, amr: ['pwd', ...amr] }, sign, meta);
  });
});
