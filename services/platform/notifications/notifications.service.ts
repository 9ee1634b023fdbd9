// Notifications: e-mails. A message schedules an e-mail; the timer sends it, and tries again.
// What is written: email.rules.ts. How many: email-quota.store.ts. What was sent: sent-emails.store.ts. How: mailers/.
import { world } from '#lib/world';
import { subscribeExternal } from '#mixins/inbox';
import { projection } from '#mixins/projection';
import { schedule } from '#mixins/timers';
import { defineService } from '#mixins/service';
import { forgetErased } from './erased.store.ts';
import { mailing } from './mailing.mixin.ts';
import { pledgeLink } from './pledge-link.timer.ts';

export default defineService({
  name: 'notifications',
  actions: [],
  subscriptions: [
    // An e-mail may have to wait for hours until somebody takes it: as a timer it does, and holds up no other message.
    subscribeExternal('pledge.guest_link_requested', async ({ db }, { id, payload }) => {
      await schedule(db, { name: 'notifications.pledge_link', key: id, due_at: world.now(), payload });
    }),
    ...projection({ messages: ['pledge.erased', 'user.erased'], apply: forgetErased }),
  ],
  timers: [pledgeLink],
  retention: {
    sent_emails: `at < now() - interval '90 days'`,
    // A day longer than an e-mail is tried.
    email_quota: `at < now() - interval '4 days'`,
  },
  mixins: [mailing],
});
