// Pledges: a donor's promise to pay a campaign, from the promise to the money and back.
// Lifecycle: machines/pledge.machine.ts. Rules: pledge.ts. Storage: pledge.store.ts.
import { defineService } from '#lib/service';
import { actors } from '#mixins/actors';
import { database } from '#mixins/database.mixin';
import { inbox } from '#mixins/inbox';
import { outbox } from '#mixins/outbox';
import { projection } from '#mixins/projection.mixin';
import cancel from './actions/cancel.ts';
import create from './actions/create.ts';
import get from './actions/get.ts';
import list from './actions/list.ts';
import { applyCampaigns } from './campaign.store.ts';
import onCampaignClosed from './on/campaign.closed.ts';
import onCampaignPublished from './on/campaign.published.ts';
import onPaymentAuthorized from './on/payment.authorized.ts';
import onPaymentCaptured from './on/payment.captured.ts';
import onDisputeWon from './on/payment.dispute_won.ts';
import onPaymentDisputed from './on/payment.disputed.ts';
import onPaymentFailed from './on/payment.failed.ts';
import onPaymentRefunded from './on/payment.refunded.ts';
import onSettlementConfirmed from './on/settlement.confirmed.ts';
import { pledgeActor } from './pledge.actor.ts';

export default defineService({
  name: 'pledges',
  mixins: [actors(pledgeActor), projection(applyCampaigns), outbox, inbox, database],
  actions: [cancel, create, get, list],
  hears: [
    ...[onCampaignPublished, onCampaignClosed, onPaymentAuthorized, onPaymentCaptured, onPaymentFailed],
    ...[onSettlementConfirmed, onPaymentRefunded, onPaymentDisputed, onDisputeWon],
  ],
});
