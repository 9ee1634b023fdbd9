import type { Service } from '#lib/service';
import { addMs, world } from '#lib/world';
import { apply } from '#mixins/actors';
import { job, schedule } from '#mixins/timers';
import { campaignActor, findCampaignsOf } from './campaign.store.ts';
import { closeWithOwner } from './closure.rules.ts';

// One firing has 30 s: a page takes well under one.
const PAGE = 500;
// An access token may outlive its account by 15 minutes, and publish until then.
const AGAIN_AFTER_MS = 20 * 60_000;

/** Closes an owner's campaigns, a page at a firing; and once more, those published meanwhile. */
export const closure = job('campaigns.closure', async (service, { key: owner_id, payload }) => {
  const { is_erased, after = null, is_again = false } = payload;
  const ids = await findCampaignsOf(service.db, { owner_id, after, limit: PAGE });
  await Promise.all(ids.map((id) => closeOne(service, id, is_erased)));
  const last = ids.at(-1);
  const next = (progress: Partial<typeof payload>, due_at: string) =>
    schedule(service.db, {
      name: 'campaigns.closure',
      key: owner_id,
      due_at,
      payload: { is_erased, ...progress },
    });
  if (last && ids.length === PAGE) await next({ after: last, is_again }, world.now());
  else if (!is_again) await next({ is_again: true }, addMs(world.now(), AGAIN_AFTER_MS));
});

// Without an id: each pass looks at what the campaign is by then.
const closeOne = (service: Service, key: string, is_erased: boolean) =>
  apply(service, campaignActor, {
    name: 'campaigns.closure',
    key,
    rule: closeWithOwner,
    input: { is_erased },
    command_id: null,
  });
