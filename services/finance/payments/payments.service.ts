// Payments: what is to be paid, what the providers report of it, each fact once, and the books of it all.
// Lifecycle: machines/finance/payment.machine.ts. Rules: *.rules.ts. Storage: *.store.ts.
// Providers: providers/.
import { defineService } from '#lib/service';
import { actors } from '#mixins/actors';
import { database } from '#mixins/database.mixin';
import { inbox } from '#mixins/inbox';
import { ledgerTimeouts } from '#mixins/ledger';
import { outbox } from '#mixins/outbox';
import { scheduler } from '#mixins/scheduler';
import balances from './actions/balances.ts';
import capture from './actions/capture.ts';
import checkout from './actions/checkout.ts';
import facts from './actions/facts.ts';
import list from './actions/list.ts';
import page from './actions/page.ts';
import payout from './actions/payout.ts';
import payouts from './actions/payouts.ts';
import received from './actions/received.ts';
import replay from './actions/replay.ts';
import webhook from './actions/webhook.ts';
import webhooks from './actions/webhooks.ts';
import captureDue from './due/capture.ts';
import closeDue from './due/close.ts';
import prune from './due/prune.ts';
import refundDue from './due/refund.ts';
import settlementDue from './due/settlement.ts';
import voidDue from './due/void.ts';
import onPledgeCancelled from './on/pledge.cancelled.ts';
import onPledgeCaptured from './on/pledge.captured.ts';
import onChargebackReversed from './on/pledge.chargeback_reversed.ts';
import onPledgeChargedBack from './on/pledge.charged_back.ts';
import onPledgeCreated from './on/pledge.created.ts';
import onPledgeExpired from './on/pledge.expired.ts';
import onRefundReversed from './on/pledge.refund_reversed.ts';
import onRefundWanted from './on/pledge.refund_wanted.ts';
import onPledgeRefunded from './on/pledge.refunded.ts';
import { paymentActor } from './payment.actor.ts';
import { paymentInvariants } from './payment.invariants.ts';
import { payoutActor } from './payout.actor.ts';

export default defineService({
  name: 'payments',
  mixins: [actors(paymentActor, payoutActor), paymentInvariants, scheduler, outbox, inbox, database],
  actions: [
    ...[balances, capture, checkout, facts, list, page, payout, payouts],
    ...[received, replay, webhook, webhooks],
  ],
  subscriptions: [
    ...[onPledgeCreated, onPledgeCancelled, onPledgeExpired, onPledgeCaptured, onPledgeRefunded],
    ...[onRefundReversed, onPledgeChargedBack, onChargebackReversed, onRefundWanted],
  ],
  fires: [captureDue, closeDue, refundDue, settlementDue, voidDue, ledgerTimeouts, prune],
});
