// Sandbox: a payment provider to try things with. It talks to the platform as any provider would: by signed webhooks.
import { defineService } from '#lib/service';
import { database } from '#mixins/database.mixin';
import { inbox } from '#mixins/inbox';
import { outbox } from '#mixins/outbox';
import get from './actions/get.ts';
import open from './actions/open.ts';
import { scripts } from './actions/script.ts';
import onWebhookDue from './on/sandbox.webhook_due.ts';

export default defineService({
  name: 'sandbox',
  mixins: [outbox, inbox, database],
  actions: [get, open, ...scripts],
  hears: [onWebhookDue],
});
