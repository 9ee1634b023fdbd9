// Auth: how users prove who they are, and the tokens they get. Their profiles are users'.
import { defineService } from '#mixins/service';
import deleteAccount from './actions/delete.ts';
import jwks from './actions/jwks.ts';
import login from './actions/login.ts';
import refresh from './actions/refresh.ts';
import register from './actions/register.ts';
import restore from './actions/restore.ts';
import { erasure } from './erasure.timer.ts';
import { ofFactors } from './factor.actions.ts';
import { firstAdmin } from './first-admin.mixin.ts';
import { authPersonal } from './credentials.personal.ts';

export default defineService({
  name: 'auth',
  actions: [deleteAccount, jwks, login, refresh, register, restore, ...ofFactors],
  timers: [erasure],
  retention: {
    // Until 30 days after it expired, the use of an old token still reveals a theft.
    refresh_tokens: `expires_at < now() - interval '30 days'`,
    // Those without a token; a session in use has one.
    login_sessions: 'not exists (select from refresh_tokens where login_session_id = login_sessions.id)',
    passkey_challenges: 'expires_at < now()',
  },
  mixins: [firstAdmin],
  personalData: authPersonal,
});
