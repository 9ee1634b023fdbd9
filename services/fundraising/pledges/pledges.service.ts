// Pledges: a donor's promise to pay a campaign, from the promise to the money and back.
// Lifecycle: machines/fundraising/pledge.machine.ts. Rules: *.rules.ts. Storage: pledge.store.ts.
import { defineService } from '#lib/service';
import { actors } from '#mixins/actors';
import { database } from '#mixins/database.mixin';
import { inbox } from '#mixins/inbox';
import { outbox } from '#mixins/outbox';
import { projection } from '#mixins/projection.mixin';
import { scheduler } from '#mixins/scheduler';
import cancel from './actions/cancel.ts';
import create from './actions/create.ts';
import facts from './actions/facts.ts';
import figures from './actions/figures.ts';
import get from './actions/get.ts';
import list from './actions/list.ts';
import refund from './actions/refund.ts';
import resolve from './actions/resolve.ts';
import sums from './actions/sums.ts';
import update from './actions/update.ts';
import { applyCampaigns } from './campaign.store.ts';
import expiry from './due/expiry.ts';
import lateMoney from './due/late_money.ts';
import withdrawal from './due/withdrawal.ts';
import onCampaignCancelled from './on/campaign.cancelled.ts';
import onCampaignClosed from './on/campaign.closed.ts';
import onCampaignPublished from './on/campaign.published.ts';
import onCampaignUpdated from './on/campaign.updated.ts';
import onPaymentAuthorized from './on/payment.authorized.ts';
import onPaymentCaptured from './on/payment.captured.ts';
import onDisputeWon from './on/payment.dispute_won.ts';
import onPaymentDisputed from './on/payment.disputed.ts';
import onPaymentFailed from './on/payment.failed.ts';
import onRefundFailed from './on/payment.refund_failed.ts';
import onPaymentRefunded from './on/payment.refunded.ts';
import onPaymentVoided from './on/payment.voided.ts';
import onSettlementConfirmed from './on/settlement.confirmed.ts';
import { pledgeActor } from './pledge.actor.ts';
import { pledgeInvariants } from './pledge.invariants.ts';

export default defineService({
  name: 'pledges',
  mixins: [
    ...[actors(pledgeActor), projection(applyCampaigns), pledgeInvariants],
    ...[scheduler, outbox, inbox, database],
  ],
  actions: [cancel, create, facts, figures, get, list, refund, resolve, sums, update],
  subscriptions: [
    ...[onCampaignPublished, onCampaignUpdated, onCampaignClosed, onCampaignCancelled],
    ...[onPaymentAuthorized, onPaymentCaptured, onPaymentFailed, onPaymentVoided, onSettlementConfirmed],
    ...[onPaymentRefunded, onRefundFailed, onPaymentDisputed, onDisputeWon],
  ],
  fires: [expiry, lateMoney, withdrawal],
});
