import { settingsOf } from '#lib/broker';
import { world } from '#lib/world';
import { subscribeExternal } from '#mixins/inbox';
import { schedule } from '#mixins/timers';
import { forgetDeadLetters } from './donor.store.ts';
import { guestIdOf } from './guest-link.ts';

// A donor's pledges are as many as they are: timers go through them, page by page.
export const ofUsers = [
  subscribeExternal('user.email_verified', async ({ db, broker }, { key, payload }) => {
    const guest_id = guestIdOf(settingsOf(broker).link_secret, payload.email);
    const until = payload.verified_at;
    await schedule(db, { name: 'pledges.claim', key, due_at: world.now(), payload: { guest_id, until } });
  }),
  subscribeExternal('user.erased', async ({ db }, { key }) => {
    await forgetDeadLetters(db, key);
    await schedule(db, { name: 'pledges.erasure', key, due_at: world.now(), payload: {} });
  }),
];
