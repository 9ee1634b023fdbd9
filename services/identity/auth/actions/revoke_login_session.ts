import { fail } from '#lib/errors';
import { action } from '#lib/service';
import { publishing } from '#mixins/outbox';
import { endLoginSessions } from '../login-session.ending.ts';
import { isLoginSessionOf } from '../login-session.store.ts';

export default action('auth.revoke_login_session', async function ({ params: { id }, meta, requestID }) {
  const { user_id } = meta.caller!;
  if (!(await isLoginSessionOf(this.db, user_id, id))) throw fail('LOGIN_SESSION_NOT_FOUND', { id });
  await publishing(this, { requestID, user_id }, (tx) =>
    endLoginSessions(tx, user_id, { only: id }, 'revoked'),
  );
  return {};
});
