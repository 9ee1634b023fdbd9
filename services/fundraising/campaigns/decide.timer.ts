import { callsOf } from '#lib/service';
import { uuidv5 } from '#lib/world';
import { apply } from '#mixins/actors';
import { job } from '#mixins/timers';
import { decide } from './all-or-nothing.rules.ts';
import { campaignActor } from './campaign.store.ts';

/** An all-or-nothing campaign has ended: the pledges are asked what it has, and what it may still get. */
export const deciding = job('campaigns.decide', async (service, { key, due_at, payload }) => {
  const prospect = await callsOf(service).call('pledges.read_prospect', { campaign_id: key });
  await apply(service, campaignActor, {
    name: 'campaigns.decide',
    key,
    rule: decide,
    input: { ...prospect, ...payload },
    command_id: uuidv5(`campaigns.decide ${key} ${due_at}`),
  });
});
