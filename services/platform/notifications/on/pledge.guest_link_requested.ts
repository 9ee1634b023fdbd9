import { world } from '#lib/world';
import { hearsOutside } from '#mixins/inbox';
import { schedule } from '#mixins/scheduler';

/** A letter may have to wait for hours until somebody takes it: as a deadline it does, and holds up no other message. */
export default hearsOutside('pledge.guest_link_requested', async ({ db }, { id, payload }) => {
  await schedule(db, { name: 'pledge_link', key: id, due_at: world.now(), payload });
});
