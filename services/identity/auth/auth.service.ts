// Auth: how somebody proves who they are, and the tokens they get for it. Who they are is users'.
import { defineService } from '#mixins/service';
import jwks from './actions/jwks.ts';
import login from './actions/login.ts';
import refresh from './actions/refresh.ts';
import register from './actions/register.ts';
import { firstAdmin } from './first-admin.mixin.ts';

export default defineService({
  name: 'auth',
  actions: [jwks, login, refresh, register],
  retention: {
    // Until 30 days after it expired the use of an old token still tells of a thief.
    refresh_tokens: `expires_at < now() - interval '30 days'`,
    // Those that no token is left of; one that can be used has one.
    login_sessions: 'not exists (select from refresh_tokens where login_session_id = login_sessions.id)',
  },
  mixins: [firstAdmin],
});
