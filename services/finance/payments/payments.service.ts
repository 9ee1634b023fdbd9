// Payments: what is to be paid, what the providers report of it, each fact once, and the books of it all.
// Lifecycle: machines/finance/payment.machine.ts. Rules: *.rules.ts. Storage: *.store.ts. Providers: providers/.
import { defineService } from '#mixins/service';
import readBalances from './actions/read_balances.ts';
import capture from './actions/capture.ts';
import checkout from './actions/checkout.ts';
import exportCampaignPayouts from './actions/export_campaign_payouts.ts';
import exportLedger from './actions/export_ledger.ts';
import exportPayouts from './actions/export_payouts.ts';
import readFacts from './actions/read_facts.ts';
import list from './actions/list.ts';
import page from './actions/page.ts';
import confirmPayout from './actions/confirm_payout.ts';
import createPayout from './actions/create_payout.ts';
import failPayout from './actions/fail_payout.ts';
import getBalance from './actions/get_balance.ts';
import listWriteOffs from './actions/list_write_offs.ts';
import reversePayout from './actions/reverse_payout.ts';
import writeOff from './actions/write_off.ts';
import listPayouts from './actions/list_payouts.ts';
import listWebhooks from './actions/list_webhooks.ts';
import resendWebhook from './actions/resend_webhook.ts';
import receiveWebhook from './actions/receive_webhook.ts';
import listPaymentWebhooks from './actions/list_payment_webhooks.ts';
import { paidOutOfGiven, paymentHasPledge } from './payment.between.ts';
import { actionsOnMandates } from './mandate.actions.ts';
import { mandateActor } from './mandate.store.ts';
import { paymentInvariants } from './payment.invariants.ts';
import { paymentActor } from './payment.store.ts';
import { payoutActor, writeOffActor } from './payout.store.ts';
import { subscriptions } from './subscriptions.ts';
import { timers } from './timers.ts';
import { paymentsPersonal } from './payments.personal.ts';

export default defineService({
  name: 'payments',
  actors: [paymentActor, payoutActor, writeOffActor, mandateActor],
  actions: [
    ...actionsOnMandates,
    readBalances,
    capture,
    checkout,
    exportCampaignPayouts,
    exportLedger,
    exportPayouts,
    readFacts,
    list,
    page,
    confirmPayout,
    createPayout,
    failPayout,
    getBalance,
    listWriteOffs,
    reversePayout,
    writeOff,
    listPayouts,
    listWebhooks,
    resendWebhook,
    receiveWebhook,
    listPaymentWebhooks,
  ],
  subscriptions,
  timers,
  // A provider repeats a webhook for days, not months; what it did is in the payment.
  retention: { webhooks: `received_at < now() - interval '90 days'` },
  invariants: {
    ...paymentInvariants,
    'a payment has its pledge': paymentHasPledge,
    'a beneficiary is paid out of what it was given': paidOutOfGiven,
  },
  personalData: paymentsPersonal,
});
