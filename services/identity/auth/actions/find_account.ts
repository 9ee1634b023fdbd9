import { action } from '#lib/service';
import { accountAt } from '../account.finding.ts';
import { countLoginSessions } from '../login-session.store.ts';

export default action('auth.find_account', async function (ctx) {
  const { user_id, email } = await accountAt(this, ctx.params.email);
  const { name, email_verified, created_at } = await ctx.call('users.get', { user_id });
  const sessions = await countLoginSessions(this.db, user_id);
  return { user_id, email, name, email_verified, registered_at: created_at, ...sessions };
});
