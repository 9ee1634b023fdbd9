import { DEFAULT_ROLE } from '#contracts/identity/roles';
import { action } from '#lib/service';
import { signer } from '../access-token.jwt.ts';
import { openAccount } from '../account.opening.ts';
import { openLoginSession } from '../login-session.tokens.ts';
import { assertStrong } from '../password.rules.ts';

export default action('auth.register', async function (ctx) {
  const { email, password, name } = ctx.params;
  assertStrong(password, email, 'password');
  const sign = await signer(this);
  return openAccount(this, ctx, { email, password, name, roles: [DEFAULT_ROLE] }, async (tx, user) => ({
    user,
    ...(await openLoginSession(tx, { user_id: user.id, amr: ['pwd'] }, sign, ctx.meta)),
  }));
});
