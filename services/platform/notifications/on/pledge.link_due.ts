import { world } from '#lib/world';
import { hearsOutside } from '#mixins/inbox';
import { schedule } from '#mixins/timers';

/** A letter may have to wait for hours until somebody takes it: as a deadline it does, and holds up no other message. */
export default hearsOutside('pledge.link_due', async ({ db }, { id, payload }) => {
  await schedule(db, { name: 'pledge_link', key: id, due_at: world.now(), payload });
});
