import { fail } from '#lib/errors';
import type { Calls, Service } from '#lib/service';
import { command } from '#mixins/actors';
import { campaignOf } from '../campaign.view.ts';
import { setHidden } from '../hide-message.rules.ts';
import { pledgeActor, pledgeStore, seenByOwner, shown } from '../pledge.store.ts';

const hiding = (name: 'pledges.hide_message' | 'pledges.show_message') =>
  command(name, {
    actor: pledgeActor,
    rule: setHidden(name === 'pledges.hide_message'),
    load: (service, ctx) => campaignOfPledge(service, ctx, ctx.params.id),
    reply: (pledge) => seenByOwner(shown(pledge)),
  });

async function campaignOfPledge(service: Service, calls: Calls, id: string) {
  const [pledge] = await pledgeStore.load(service.db, [id], false);
  if (!pledge) throw fail('PLEDGE_NOT_FOUND', { id });
  return { campaign: await campaignOf(service, calls, pledge.campaign_id) };
}

export const hideMessage = hiding('pledges.hide_message');
export const showMessage = hiding('pledges.show_message');
