// The pledges of recurring gifts: what their subscriptions ask for.
import type { Payload } from '#contracts';
import { settingsOf } from '#lib/broker';
import { callsOf, type Delivery, type Service } from '#lib/service';
import { uuidv5 } from '#lib/world';
import { apply, ask } from '#mixins/actors';
import { subscribeExternal } from '#mixins/inbox';
import { campaignOf } from './campaign.view.ts';
import { guestIdOf } from './guest-link.ts';
import { pledgeActor } from './pledge.store.ts';
import { abandon, createFor, takesRenewals, type Renewal } from './renewal.rules.ts';

type Wanted = Delivery<
  'subscription.created' | 'subscription.renewal_requested' | 'subscription.renewal_abandoned'
>;

/** Its own campaign may have ended meanwhile: then the pledge is made and given up, so that its subscription hears of it. */
async function request(service: Service, delivery: Wanted, use: Renewal['use']): Promise<void> {
  const campaign = await campaignOf(service, callsOf(service), delivery.payload.campaign_id);
  const isOpen = takesRenewals(campaign);
  await make(service, delivery, isOpen ? use : null);
  if (!isOpen) await giveUp(service, delivery);
}

const make = (service: Service, { id, name, payload, user_id }: Wanted, use: Renewal['use']) =>
  ask(service, pledgeActor, {
    name,
    mode: 'upsert',
    rule: createFor,
    input: { wanted: payload, donor_id: donorIdOf(service, payload), use } satisfies Renewal,
    key: payload.pledge_id,
    command_id: null,
    input_hash: null,
    caller: undefined,
    causation_id: id,
    user_id,
    reply: () => undefined,
  });

function donorIdOf({ broker }: Service, { donor_id, donor }: Payload<'subscription.created'>): string {
  return donor_id ?? guestIdOf(settingsOf(broker).link_secret, donor!.email);
}

const giveUp = (service: Service, { name, payload: { pledge_id } }: Wanted) =>
  apply(service, pledgeActor, {
    name,
    key: pledge_id,
    rule: abandon,
    input: {},
    command_id: uuidv5(`abandoning ${pledge_id}`),
  });

export const renewals = [
  subscribeExternal('subscription.created', (service, delivery) => request(service, delivery, 'set_up')),
  subscribeExternal('subscription.renewal_requested', (service, delivery) =>
    request(service, delivery, 'charge'),
  ),
  // Made first where it is not there, so that a message about it which was held up makes none later.
  subscribeExternal('subscription.renewal_abandoned', async (service, delivery) => {
    await make(service, delivery, null);
    await giveUp(service, delivery);
  }),
];
