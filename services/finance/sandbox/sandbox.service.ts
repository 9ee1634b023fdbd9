// Sandbox: a payment provider to try things with. It talks to the platform as any provider would: by signed webhooks.
import { defineService } from '#lib/service';
import { actors } from '#mixins/actors';
import { database } from '#mixins/database.mixin';
import { inbox } from '#mixins/inbox';
import { outbox } from '#mixins/outbox';
import { scheduler } from '#mixins/scheduler';
import behave from './actions/behave.ts';
import { buttons } from './actions/buttons.ts';
import get from './actions/get.ts';
import open from './actions/open.ts';
import page from './actions/page.ts';
import query from './actions/query.ts';
import request from './actions/request.ts';
import { scripts } from './actions/script.ts';
import webhook from './due/webhook.ts';
import webhooks from './due/webhooks.ts';
import onWebhookQueued from './on/sandbox.webhook_queued.ts';
import { sandboxPaymentActor } from './sandbox-payment.actor.ts';

export default defineService({
  name: 'sandbox',
  mixins: [actors(sandboxPaymentActor), scheduler, outbox, inbox, database],
  actions: [get, open, page, query, request, behave, ...buttons, ...scripts],
  subscriptions: [onWebhookQueued],
  fires: [webhook, webhooks],
});
