import { action } from '#lib/service';
import { publishing } from '#mixins/outbox';
import { endLoginSessions } from '../login-session.ending.ts';

export default action('auth.logout', async function ({ meta: { caller }, requestID }) {
  const { user_id, login_session_id: only } = caller!;
  // A token of no login session has none to end.
  if (only !== undefined)
    await publishing(this, { requestID, user_id }, (tx) => endLoginSessions(tx, user_id, { only }, 'logout'));
  return {};
});
