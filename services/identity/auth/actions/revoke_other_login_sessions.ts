import { action } from '#lib/service';
import { publishing } from '#mixins/outbox';
import { endLoginSessions } from '../login-session.ending.ts';

export default action('auth.revoke_other_login_sessions', async function ({ meta: { caller }, requestID }) {
  const { user_id, login_session_id: except = null } = caller!;
  const revoked = await publishing(this, { requestID, user_id }, (tx) =>
    endLoginSessions(tx, user_id, { except }, 'revoked'),
  );
  return { revoked };
});
