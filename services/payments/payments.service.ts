// Payments: what is to be paid, and what the providers report of it, each fact once.
// Lifecycle: machines/payment.machine.ts. Rules: payment.ts. Storage: payment.store.ts. Providers: providers/.
import { defineService } from '#lib/service';
import { actors } from '#mixins/actors';
import { database } from '#mixins/database.mixin';
import { inbox } from '#mixins/inbox';
import { outbox } from '#mixins/outbox';
import checkout from './actions/checkout.ts';
import list from './actions/list.ts';
import webhook from './actions/webhook.ts';
import webhooks from './actions/webhooks.ts';
import onPledgeCreated from './on/pledge.created.ts';
import { paymentActor } from './payment.actor.ts';

export default defineService({
  name: 'payments',
  mixins: [actors(paymentActor), outbox, inbox, database],
  actions: [checkout, list, webhook, webhooks],
  hears: [onPledgeCreated],
});
