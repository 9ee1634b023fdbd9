import { pageQuery, toPage } from '#lib/pagination';
import { action } from '#lib/service';
import { findLoginSessions } from '../login-session.store.ts';

export default action('auth.list_login_sessions', async function ({ params, meta: { caller } }) {
  const { user_id, login_session_id } = caller!;
  const page = pageQuery(params);
  const found = await findLoginSessions(this.db, user_id, page);
  const sessions = found.map((each) => ({ ...each, current: each.id === login_session_id }));
  return toPage(sessions, page);
});
