import { settingsOf } from '#lib/broker';
import { createCommand } from '#mixins/actors';
import { currencyMustBePayable } from '../campaign-currency.rules.ts';
import { create } from '../campaign.rules.ts';
import { campaignActor } from '../campaign.store.ts';

export default createCommand('campaigns.create', {
  actor: campaignActor,
  rule: create,
  load: async ({ broker }, { params }) => {
    currencyMustBePayable(settingsOf(broker).payment_provider, params.currency);
    return params;
  },
  reply: (campaign) => campaign,
});
