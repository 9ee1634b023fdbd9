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
import capture from './actions/capture.ts';
import checkout from './actions/checkout.ts';
import createPayout from './actions/create_payout.ts';
import list from './actions/list.ts';
import listPaymentWebhooks from './actions/list_payment_webhooks.ts';
import listPayouts from './actions/list_payouts.ts';
import listWebhooks from './actions/list_webhooks.ts';
import page from './actions/page.ts';
import readBalances from './actions/read_balances.ts';
import readFacts from './actions/read_facts.ts';
import receiveWebhook from './actions/receive_webhook.ts';
import resendWebhook from './actions/resend_webhook.ts';
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
import onRefundRequested from './on/pledge.refund_requested.ts';
import onPledgeRefunded from './on/pledge.refunded.ts';
import { paymentActor } from './payment.actor.ts';
import { paymentInvariants } from './payment.checks.ts';
import { payoutActor } from './payout.actor.ts';

export default defineService({
  name: 'payments',
  mixins: [actors(paymentActor, payoutActor), paymentInvariants, scheduler, outbox, inbox, database],
  actions: [
    ...[capture, checkout, createPayout, list, listPaymentWebhooks, listPayouts, listWebhooks, page],
    ...[readBalances, readFacts, receiveWebhook, resendWebhook],
  ],
  subscriptions: [
    ...[onPledgeCreated, onPledgeCancelled, onPledgeExpired, onPledgeCaptured, onPledgeRefunded],
    ...[onRefundReversed, onPledgeChargedBack, onChargebackReversed, onRefundRequested],
  ],
  fires: [captureDue, closeDue, refundDue, settlementDue, voidDue, ledgerTimeouts, prune],
});
