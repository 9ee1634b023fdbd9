// Auth: how somebody proves who they are, and the tokens they get for it. Who they are is users'.
import { defineService } from '#lib/service';
import { database } from '#mixins/database.mixin';
import { inbox } from '#mixins/inbox';
import { outbox } from '#mixins/outbox';
import { timers } from '#mixins/timers';
import jwks from './actions/jwks.ts';
import login from './actions/login.ts';
import refresh from './actions/refresh.ts';
import register from './actions/register.ts';
import { pruneSessions, pruneTokens } from './due/prune.ts';
import { firstAdmin } from './first-admin.mixin.ts';

export default defineService({
  name: 'auth',
  mixins: [firstAdmin, timers, outbox, inbox, database],
  actions: [jwks, login, refresh, register],
  timers: [pruneTokens, pruneSessions],
});
