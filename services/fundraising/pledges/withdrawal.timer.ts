import type { Service } from '#lib/service';
import { uuidv5, addMs, world } from '#lib/world';
import { apply } from '#mixins/actors';
import { job, schedule } from '#mixins/timers';
import { findPledgesOf, pledgeActor } from './pledge.store.ts';
import { release, type Release } from './release.rules.ts';

// One firing has 30 s: a page takes well under one.
const PAGE = 500;
// A pledge may have been let in by what was remembered of its campaign (1 s) and have been long about it (10 s at most).
const AGAIN_AFTER_MS = 15_000;

/** A campaign was called off: cancels or refunds its pledges, a page at a firing; and once more, for those let in meanwhile. */
export const withdrawal = job('pledges.withdrawal', async (service, { key: campaign_id, payload }) => {
  const { because, after = null, is_again = false } = payload;
  const ids = await findPledgesOf(service.db, { campaign_id, after, limit: PAGE });
  await Promise.all(ids.map((id) => withdrawOne(service, id, { because })));
  const last = ids.at(-1);
  const next = (progress: Omit<typeof payload, 'because'>, due_at: string) =>
    schedule(service.db, {
      name: 'pledges.withdrawal',
      key: campaign_id,
      due_at,
      payload: { because, ...progress },
    });
  if (last && ids.length === PAGE) await next({ after: last, is_again }, world.now());
  else if (!is_again) await next({ is_again: true }, addMs(world.now(), AGAIN_AFTER_MS));
});

const withdrawOne = (service: Service, id: string, input: Release) =>
  apply(service, pledgeActor, {
    name: 'campaign.cancelled',
    key: id,
    rule: release,
    input,
    command_id: uuidv5(`withdrawal of ${id}`),
  });
