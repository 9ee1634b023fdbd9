import type { Service } from '#lib/service';
import { addMs, uuidv5, world } from '#lib/world';
import { apply } from '#mixins/actors';
import { job, schedule } from '#mixins/timers';
import { endWithCampaign } from './subscription.rules.ts';
import { findLiveOf, subscriptionActor } from './subscription.store.ts';

// One firing has 30 s: a page takes well under one.
const PAGE = 500;
// One may have been let in while its campaign was still open, and have been long about it (10 s at most).
const AGAIN_AFTER_MS = 15_000;

/** A campaign takes no more pledges: ends its subscriptions, a page at a firing; and once more, those let in meanwhile. */
export const withdrawal = job('subscriptions.withdrawal', async (service, { key: campaign_id, payload }) => {
  const { after = null, is_again = false } = payload;
  const ids = await findLiveOf(service.db, { campaign_id, after, limit: PAGE });
  await Promise.all(ids.map((id) => endOne(service, id)));
  const last = ids.at(-1);
  const next = (progress: typeof payload, due_at: string) =>
    schedule(service.db, { name: 'subscriptions.withdrawal', key: campaign_id, due_at, payload: progress });
  if (last && ids.length === PAGE) await next({ after: last, is_again }, world.now());
  else if (!is_again) await next({ is_again: true }, addMs(world.now(), AGAIN_AFTER_MS));
});

const endOne = (service: Service, id: string) =>
  apply(service, subscriptionActor, {
    name: 'subscriptions.withdrawal',
    key: id,
    rule: endWithCampaign,
    input: {},
    command_id: uuidv5(`end of ${id} with its campaign`),
  });
