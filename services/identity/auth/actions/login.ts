import { fail } from '#lib/errors';
import { action } from '#lib/service';
import { publishing } from '#mixins/outbox';
import { signer } from '../access-token.jwt.ts';
import { addressOf } from '../credentials.rules.ts';
import { findCredentials, holdCredentials, replaceHash } from '../credentials.store.ts';
import { openLoginSession } from '../login-session.tokens.ts';
import { hashOf, isOutdated, isPasswordOf } from '../password.argon2.ts';
import { passSecondFactor } from '../second-factor.ts';

export default action('auth.login', async function ({ params, meta, requestID }) {
  const { email, password } = params;
  const credentials = await findCredentials(this.db, addressOf(email));
  // Verified even without an account: neither the reply nor its time may show that.
  const isRight = await isPasswordOf(credentials?.password_hash, password, meta.address);
  if (!credentials?.password_hash || !isRight) throw fail('CREDENTIALS_WRONG');
  if (isOutdated(credentials.password_hash)) {
    await replaceHash(this.db, credentials, await hashOf(password, meta.address));
  }
  const amr = await passSecondFactor(this, credentials.user_id, params, requestID);
  const sign = await signer(this.db);
  return publishing(this, { requestID, user_id: credentials.user_id }, async (tx) => {
    // It may have been erased since.
    if (!(await holdCredentials(tx, credentials.user_id))) throw fail('CREDENTIALS_WRONG');
    return openLoginSession(tx, credentials.user_id, ['pwd', ...amr], sign);
  });
});
