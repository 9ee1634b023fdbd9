// Totals: what each campaign has received. A read model: it is made of the campaigns' and pledges' messages alone.
import { defineService } from '#lib/service';
import { database } from '#mixins/database.mixin';
import { inbox } from '#mixins/inbox';
import { projection } from '#mixins/projection.mixin';
import get from './actions/get.ts';
import onCampaignPublished from './on/campaign.published.ts';
import onPledgeCaptured from './on/pledge.captured.ts';
import onChargebackReversed from './on/pledge.chargeback_reversed.ts';
import onPledgeChargedBack from './on/pledge.charged_back.ts';
import onPledgeCreated from './on/pledge.created.ts';
import onPledgeRefunded from './on/pledge.refunded.ts';
import { applyMessages } from './total.store.ts';

export default defineService({
  name: 'totals',
  mixins: [projection(applyMessages), inbox, database],
  actions: [get],
  hears: [
    ...[onCampaignPublished, onPledgeCreated, onPledgeCaptured],
    ...[onPledgeRefunded, onPledgeChargedBack, onChargebackReversed],
  ],
});
