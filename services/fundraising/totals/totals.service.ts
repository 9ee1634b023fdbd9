// Totals: what each campaign has received. A read model: it is made of the campaigns' and pledges' messages alone.
// Storage: total.store.ts. Reading: reading.mixin.ts, and totals.redis.ts where there is a Redis.
import { defineService } from '#lib/service';
import { database } from '#mixins/database.mixin';
import { inbox } from '#mixins/inbox';
import { projection } from '#mixins/projection.mixin';
import get from './actions/get.ts';
import rebuild from './actions/rebuild.ts';
import stream from './actions/stream.ts';
import verify from './actions/verify.ts';
import onCampaignPublished from './on/campaign.published.ts';
import onPledgeCaptured from './on/pledge.captured.ts';
import onChargebackReversed from './on/pledge.chargeback_reversed.ts';
import onPledgeChargedBack from './on/pledge.charged_back.ts';
import onPledgeCreated from './on/pledge.created.ts';
import onRefundReversed from './on/pledge.refund_reversed.ts';
import onPledgeRefunded from './on/pledge.refunded.ts';
import { changed, reading } from './reading.mixin.ts';
import { applyMessages } from './total.store.ts';

export default defineService({
  name: 'totals',
  mixins: [projection(applyMessages, changed), reading, inbox, database],
  actions: [get, rebuild, stream, verify],
  subscriptions: [
    ...[onCampaignPublished, onPledgeCreated, onPledgeCaptured],
    ...[onPledgeRefunded, onRefundReversed, onPledgeChargedBack, onChargebackReversed],
  ],
});
