// What expired 30 days ago: until then the use of an old token still tells of a thief.
import { retention } from '#mixins/timers';

export const pruneTokens = retention('refresh_tokens', `expires_at < now() - interval '30 days'`);

/** Those that no token is left of; one that can be used has one. */
export const pruneSessions = retention(
  'login_sessions',
  'not exists (select from refresh_tokens where login_session_id = login_sessions.id)',
);
