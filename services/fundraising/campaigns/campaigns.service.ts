// Campaigns: what somebody raises money for, from the draft to the end.
// Lifecycle: machines/fundraising/campaign.machine.ts. Rules: campaign.rules.ts. Storage: campaign.store.ts.
import { defineService } from '#lib/service';
import { actors } from '#mixins/actors';
import { database } from '#mixins/database.mixin';
import { inbox } from '#mixins/inbox';
import { outbox } from '#mixins/outbox';
import { scheduler } from '#mixins/scheduler';
import cancel from './actions/cancel.ts';
import close from './actions/close.ts';
import create from './actions/create.ts';
import get from './actions/get.ts';
import list from './actions/list.ts';
import publish from './actions/publish.ts';
import raised from './actions/raised.ts';
import update from './actions/update.ts';
import view from './actions/view.ts';
import { campaignActor } from './campaign.actor.ts';
import { campaignInvariants } from './campaign.invariants.ts';
import onEnd from './due/end.ts';
import onPledgeCaptured from './on/pledge.captured.ts';
import onChargebackReversed from './on/pledge.chargeback_reversed.ts';
import onPledgeChargedBack from './on/pledge.charged_back.ts';
import onRefundReversed from './on/pledge.refund_reversed.ts';
import onPledgeRefunded from './on/pledge.refunded.ts';

export default defineService({
  name: 'campaigns',
  mixins: [actors(campaignActor), campaignInvariants, scheduler, outbox, inbox, database],
  actions: [cancel, close, create, get, list, publish, raised, update, view],
  subscriptions: [
    ...[onPledgeCaptured, onPledgeRefunded, onRefundReversed, onPledgeChargedBack, onChargebackReversed],
  ],
  fires: [onEnd],
});
