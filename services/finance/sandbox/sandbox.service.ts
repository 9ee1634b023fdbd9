// Sandbox: a payment provider for trials. It talks to the platform as any provider would: by signed webhooks.
import { subscribeExternal } from '#mixins/inbox';
import { defineService } from '#mixins/service';
import behave from './actions/behave.ts';
import { buttons } from './actions/buttons.ts';
import charge from './actions/charge.ts';
import get from './actions/get.ts';
import { actionsOnMandates } from './actions/mandates.ts';
import open from './actions/open.ts';
import page from './actions/page.ts';
import query from './actions/query.ts';
import request from './actions/request.ts';
import { scripts } from './actions/script.ts';
import { sandboxMandateActor } from './mandate.store.ts';
import { sandboxPaymentActor } from './sandbox-payment.store.ts';
import { timers } from './timers.ts';
import { sendAll } from './webhook.sender.ts';
import { sandboxPersonal } from './sandbox.personal.ts';

export default defineService({
  name: 'sandbox',
  actors: [sandboxPaymentActor, sandboxMandateActor],
  actions: [get, open, page, query, request, behave, charge, ...buttons, ...scripts, ...actionsOnMandates],
  subscriptions: [
    subscribeExternal('sandbox.webhook_queued', (service, { id, payload: { sendings } }) =>
      sendAll(service, id, sendings),
    ),
  ],
  timers,
  personalData: sandboxPersonal,
});
