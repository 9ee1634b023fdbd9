import { fail } from '#lib/errors';
import { action } from '#lib/service';
import { changing } from '../factors.ts';
import { creationRequest, needParty } from '../passkey.ceremonies.ts';
import { MOST_PASSKEYS } from '../passkeys.rules.ts';
import { findPasskeys } from '../passkey.store.ts';
import { proveAgain } from '../second-factor.ts';

export default action('auth.request_passkey', async function (ctx) {
  const party = needParty(this);
  await proveAgain(this, ctx.params, ctx);
  return changing(this, ctx, async (tx, account) => {
    const known = await findPasskeys(tx, account.user_id);
    if (known.length >= MOST_PASSKEYS) throw fail('TOO_MANY_PASSKEYS');
    return creationRequest(tx, party, account, known);
  });
});
