// What becomes of a campaign's pledges when it ends: they are as many as they are, so a timer goes through them, a page at a firing.
import type { Pledge } from '#contracts';
import type { Service } from '#lib/service';
import { uuidv5, addMs, world } from '#lib/world';
import { apply } from '#mixins/actors';
import { job, schedule } from '#mixins/timers';
import { findPledgesOf, pledgeActor } from './pledge.store.ts';
import { close, withdraw } from './pledge.rules.ts';

// One firing has 30 s: a page takes well under one.
const PAGE = 500;
// A pledge may have been let in by what was remembered of its campaign (1 s) and have been long about it (10 s at most).
const AGAIN_AFTER_MS = 15_000;

interface Ending {
  /** The message that a pledge's history names. */
  trigger: 'campaign.closed' | 'campaign.cancelled';
  rule: typeof withdraw;
  /** Null: pledges in every status. */
  statuses: Pledge['status'][] | null;
}

/** Applies a rule to all pledges of a campaign, the timer's key; and once more, to those let in meanwhile. */
const throughPledges = (
  name: 'pledges.closing' | 'pledges.withdrawal',
  { trigger, rule, statuses }: Ending,
) =>
  job(name, async (service, { key: campaign_id, payload }) => {
    const { after = null, is_again = false } = payload;
    const ids = await findPledgesOf(service.db, { campaign_id, statuses, after, limit: PAGE });
    await Promise.all(ids.map((id) => end(service, id)));
    const last = ids.at(-1);
    const next = (progress: typeof payload, due_at: string) =>
      schedule(service.db, { name, key: campaign_id, due_at, payload: progress });
    if (last && ids.length === PAGE) await next({ after: last, is_again }, world.now());
    else if (!is_again) await next({ is_again: true }, addMs(world.now(), AGAIN_AFTER_MS));

    function end(of: Service, id: string) {
      return apply(of, pledgeActor, {
        name: trigger,
        key: id,
        rule,
        input: {},
        command_id: uuidv5(`${name} of ${id}`),
      });
    }
  });

/** A campaign was called off: cancels or refunds its pledges. */
export const withdrawal = throughPledges('pledges.withdrawal', {
  trigger: 'campaign.cancelled',
  rule: withdraw,
  statuses: null,
});

/** A campaign has closed: expires its pledges that nobody has paid. */
export const closing = throughPledges('pledges.closing', {
  trigger: 'campaign.closed',
  rule: close,
  statuses: ['PENDING', 'FAILED'],
});
