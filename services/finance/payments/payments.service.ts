// Payments: what is to be paid, what the providers report of it, each fact once, and the books of it all.
// Lifecycle: machines/finance/payment.machine.ts. Rules: *.rules.ts. Storage: *.store.ts. Providers: providers/.
import { defineService } from '#mixins/service';
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
import { paymentInvariants } from './payment.checks.ts';
import { paymentActor } from './payment.store.ts';
import { payoutActor } from './payout.store.ts';
import { subscriptions } from './subscriptions.ts';
import { timers } from './timers.ts';

export default defineService({
  name: 'payments',
  actors: [paymentActor, payoutActor],
  actions: [
    balances,
    capture,
    checkout,
    facts,
    list,
    page,
    payout,
    payouts,
    received,
    replay,
    webhook,
    webhooks,
  ],
  subscriptions,
  timers,
  // A provider repeats a webhook for days, not months; what it did is in the payment.
  retention: { webhooks: `received_at < now() - interval '90 days'` },
  invariants: paymentInvariants,
});
