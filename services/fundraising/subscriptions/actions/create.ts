import { settingsOf } from '#lib/broker';
import { world } from '#lib/world';
import { createCommand } from '#mixins/actors';
import { create } from '../subscription.rules.ts';
import { subscriptionActor } from '../subscription.store.ts';

export default createCommand('subscriptions.create', {
  actor: subscriptionActor,
  rule: create,
  load: async ({ broker }, ctx) => ({
    wish: ctx.params,
    payment_provider: settingsOf(broker).payment_provider,
    campaign: await ctx.call('campaigns.read_view', { id: ctx.params.campaign_id }),
    mandate_id: world.newId(),
  }),
  // All guests share one: the same key with another body, and so with another address, is refused.
  idempotencyScope: (_service, { params: { donor } }) => (donor ? 'guests' : undefined),
  ofAttempt: ['challenge_token'],
  admit: async (_service, ctx) => {
    const { campaign_id, challenge_token } = ctx.params;
    await ctx.call('pledges.admit', {
      campaign_id,
      ...(challenge_token !== undefined && { challenge_token }),
    });
  },
  reply: ({ id: subscription_id, pledge_id, status }, { broker }) => ({
    subscription_id,
    pledge_id,
    status,
    payment_url: `${settingsOf(broker).public_url}/pay/${pledge_id}`,
  }),
});
