import type { Service } from '#lib/service';
import { addMs, world } from '#lib/world';
import { apply } from '#mixins/actors';
import { job, schedule } from '#mixins/timers';
import { claim, erase } from './donor.rules.ts';
import { eraseReplies, findPledgesOfDonor } from './donor.store.ts';
import { pledgeActor } from './pledge.store.ts';

// One firing has 30 s: a page takes well under one.
const PAGE = 500;
// A pledge may be made while the first pass goes on (10 s at most).
const CLAIMS_AGAIN_AFTER_MS = 15_000;
// An access token outlives its account by 15 minutes, and may make pledges until then.
const ERASES_AGAIN_AFTER_MS = 20 * 60_000;

/** An account gets the pledges that its address gave as a guest: a page at a firing, and once more for those made meanwhile. */
export const claims = job('pledges.claim', async (service, { key: user_id, payload }) => {
  const { guest_id, until } = payload;
  const input = { guest_id, user_id };
  const next = await pageOf(service, guest_id, payload, CLAIMS_AGAIN_AFTER_MS, async (ids) => {
    await Promise.all(
      ids.map((key) =>
        apply(service, pledgeActor, {
          name: 'user.email_verified',
          key,
          rule: claim,
          input,
          command_id: null,
        }),
      ),
    );
  });
  if (next)
    await schedule(service.db, {
      name: 'pledges.claim',
      key: user_id,
      due_at: next.due_at,
      payload: { guest_id, until, ...next.progress },
    });
});

/** A donor is erased from their pledges, and from the replies that are stored of them. */
export const erasures = job('pledges.erasure', async (service, { key: donor_id, payload }) => {
  const { until } = payload;
  const next = await pageOf(service, donor_id, payload, ERASES_AGAIN_AFTER_MS, async (ids) => {
    await Promise.all(
      ids.map((key) =>
        apply(service, pledgeActor, { name: 'user.erased', key, rule: erase, input: {}, command_id: null }),
      ),
    );
    await eraseReplies(service.db, ids);
  });
  if (next)
    await schedule(service.db, {
      name: 'pledges.erasure',
      key: donor_id,
      due_at: next.due_at,
      payload: { ...(until && { until }), ...next.progress },
    });
});

interface Paging {
  until?: string;
  after?: string;
  is_again?: boolean;
}

/** Does `work` to a page of a donor's pledges; returns when and where to go on, unless that was the last page of the second pass. */
async function pageOf(
  { db }: Service,
  donor_id: string,
  { until = undefined, after = undefined, is_again = false }: Paging,
  again_after_ms: number,
  work: (ids: string[]) => Promise<void>,
): Promise<{ due_at: string; progress: Omit<Paging, 'until'> } | undefined> {
  const ids = await findPledgesOfDonor(db, {
    donor_id,
    until: until ?? null,
    after: after ?? null,
    limit: PAGE,
  });
  await work(ids);
  const last = ids.at(-1);
  if (last && ids.length === PAGE) return { due_at: world.now(), progress: { after: last, is_again } };
  return is_again ? undefined : { due_at: addMs(world.now(), again_after_ms), progress: { is_again: true } };
}
