import { DEFAULT_ROLE } from '#contracts/identity/roles';
import { fail } from '#lib/errors';
import { action } from '#lib/service';
import { signer } from '../access-token.jwt.ts';
import { openAccount } from '../account.opening.ts';
import { openLoginSession } from '../login-session.tokens.ts';
import { weaknessOf } from '../password.rules.ts';

export default action('auth.register', async function (ctx) {
  const { email, password, name } = ctx.params;
  const weakness = weaknessOf(password, email);
  if (weakness)
    throw fail('VALIDATION_FAILED', { errors: [{ pointer: '/password', message: `must be ${weakness}` }] });
  const sign = await signer(this.db);
  return openAccount(this, ctx, { email, password, name, roles: [DEFAULT_ROLE] }, async (tx, user) => ({
    user,
    ...(await openLoginSession(tx, user.id, ['pwd'], sign)),
  }));
});
