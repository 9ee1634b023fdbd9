import { addMs, world } from '#lib/world';
import { apply } from '#mixins/actors';
import { job, schedule } from '#mixins/timers';
import { suspend } from './subscription.rules.ts';
import { findLiveOfDonor, subscriptionActor } from './subscription.store.ts';

// One firing has 30 s: a page takes well under one.
const PAGE = 500;
// An access token may outlive its account by 15 minutes, and begin subscriptions until then.
const AGAIN_AFTER_MS = 20 * 60_000;

/** Pauses what a donor gives regularly, a page at a firing; and once more, what was begun meanwhile. */
export const suspension = job('subscriptions.suspension', async (service, { name, key, payload }) => {
  const { after = null, is_again = false } = payload;
  const ids = await findLiveOfDonor(service.db, { donor_id: key, after, limit: PAGE });
  await Promise.all(
    ids.map((id) =>
      apply(service, subscriptionActor, { name, key: id, rule: suspend, input: {}, command_id: null }),
    ),
  );
  const last = ids.at(-1);
  const next = (progress: typeof payload, due_at: string) =>
    schedule(service.db, { name, key, due_at, payload: progress });
  if (last && ids.length === PAGE) await next({ after: last, is_again }, world.now());
  else if (!is_again) await next({ is_again: true }, addMs(world.now(), AGAIN_AFTER_MS));
});
