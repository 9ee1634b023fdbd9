import { callsOf, type Service } from '#lib/service';
import { uuidv5, world } from '#lib/world';
import { apply } from '#mixins/actors';
import { job } from '#mixins/timers';
import { campaignOf } from './campaign.view.ts';
import { pledgeActor, pledgeStore } from './pledge.store.ts';
import { settleLate } from './pledge.rules.ts';

/** Money came for an EXPIRED pledge: what becomes of it hangs on its campaign. */
export const lateMoney = job('pledges.late_money', async (service, { key, due_at }) => {
  const input = { is_open: await isOpen(service, key) };
  const command_id = uuidv5(`late money ${key} ${due_at}`);
  await apply(service, pledgeActor, { name: 'pledges.late_money', key, rule: settleLate, input, command_id });
});

async function isOpen(service: Service, pledge_id: string): Promise<boolean> {
  const [pledge] = await pledgeStore.load(service.db, [pledge_id], false);
  if (!pledge) return false;
  const { status, ends_at, funding, payouts } = await campaignOf(
    service,
    callsOf(service),
    pledge.campaign_id,
  );
  // What was paid before the end may be reported after it: it counts until that is decided.
  if (funding === 'all_or_nothing') return payouts === 'held';
  return status === 'PUBLISHED' && (ends_at === null || ends_at > world.now());
}
