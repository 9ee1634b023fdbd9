import { settingsOf } from '#lib/broker';
import { createCommand } from '#mixins/actors';
import { campaignOf } from '../campaign.view.ts';
import { admit } from '../admission.ts';
import { totalFor } from '../fees.ts';
import { GUESTS, guestIdOf, originOf } from '../guest-link.ts';
import { createFrom } from '../origin.rules.ts';
import { pledgeActor } from '../pledge.store.ts';

export default createCommand('pledges.create', {
  actor: pledgeActor,
  rule: createFrom,
  load: async (service, ctx) => {
    const { campaign_id, donor, amount, currency, cover_fees = false } = ctx.params;
    const { link_secret, payment_provider, guest_pledges_per_minute } = settingsOf(service.broker);
    const { address } = ctx.meta;
    return {
      wish: ctx.params,
      campaign: await campaignOf(service, ctx, campaign_id),
      payment_provider,
      guest_id: donor ? guestIdOf(link_secret, donor.email) : null,
      fee_cover: cover_fees ? totalFor(service, { amount, currency }) - amount : 0,
      origin: address !== undefined && guest_pledges_per_minute > 0 ? originOf(link_secret, address) : null,
    };
  },
  idempotencyScope: (_service, { params: { donor } }) => (donor ? GUESTS : undefined),
  // Solved once, a challenge is no good for a retry.
  ofAttempt: ['challenge_token'],
  admit,
  reply: ({ id, status, amount, fee_cover, expires_at }, { broker }) => ({
    pledge_id: id,
    status,
    amount,
    fee_cover,
    expires_at,
    payment_url: `${settingsOf(broker).public_url}/pay/${id}`,
  }),
});
