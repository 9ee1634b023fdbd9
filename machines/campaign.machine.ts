import { setup } from 'xstate';

type CampaignEvent = { type: 'publish' } | { type: 'close' };

/** The life of a campaign: states are the values of campaigns.status. Pledges are taken while it is PUBLISHED. */
export const campaignMachine = setup({
  types: { context: {}, events: {} as CampaignEvent },
}).createMachine({
  id: 'campaign',
  initial: 'DRAFT',
  states: {
    DRAFT: { on: { publish: 'PUBLISHED' } },
    PUBLISHED: { on: { close: 'CLOSED' } },
    CLOSED: {},
  },
});
