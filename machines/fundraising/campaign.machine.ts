import { setup } from 'xstate';

type CampaignEvent = { type: 'update' } | { type: 'publish' } | { type: 'close' } | { type: 'cancel' };

/**
 * The life of a campaign: states are the values of campaigns.status. Pledges are accepted while it is PUBLISHED. A CLOSED
 * one can still be cancelled: its cause may fall through, and then the money is refunded.
 */
export const campaignMachine = setup({
  types: { context: {}, events: {} as CampaignEvent },
}).createMachine({
  id: 'campaign',
  initial: 'DRAFT',
  states: {
    DRAFT: { on: { update: 'DRAFT', publish: 'PUBLISHED', cancel: 'CANCELLED' } },
    PUBLISHED: { on: { update: 'PUBLISHED', close: 'CLOSED', cancel: 'CANCELLED' } },
    CLOSED: { on: { cancel: 'CANCELLED' } },
    CANCELLED: {},
  },
});
