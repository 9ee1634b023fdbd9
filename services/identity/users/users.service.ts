// Users: who somebody is. How they prove it is auth's.
import { defineService } from '#lib/service';
import { database } from '#mixins/database.mixin';
import { inbox } from '#mixins/inbox';
import create from './actions/create.ts';
import get from './actions/get.ts';
import me from './actions/me.ts';

export default defineService({
  name: 'users',
  mixins: [inbox, database],
  actions: [create, get, me],
});
