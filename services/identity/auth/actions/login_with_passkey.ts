import { fail } from '#lib/errors';
import { action } from '#lib/service';
import { publishing } from '#mixins/outbox';
import { signer } from '../access-token.jwt.ts';
import { methodsOf } from '../authentication-methods.rules.ts';
import { holdCredentials } from '../credentials.store.ts';
import { openLoginSession } from '../login-session.tokens.ts';
import { usePasskey } from '../passkey.use.ts';

export default action('auth.login_with_passkey', async function ({ params, meta, requestID }) {
  const use = await usePasskey(this, params, 'alone');
  if (!use) throw fail('PASSKEY_REFUSED');
  const { user_id } = use;
  const sign = await signer(this);
  return publishing(this, { requestID, user_id }, async (tx) => {
    // It may have been erased since.
    if (!(await holdCredentials(tx, user_id))) throw fail('PASSKEY_REFUSED');
    return openLoginSession(tx, { user_id, amr: methodsOf(use) }, sign, meta);
  });
});
