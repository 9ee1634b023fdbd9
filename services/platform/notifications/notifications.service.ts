// Notifications: e-mails. A message schedules an e-mail; the timer writes and sends it, and tries again.
// Which, and what they say: emails/. How many: email-quota.store.ts. What was sent: sent-emails.store.ts. How: mailers/.
import { defineService } from '#mixins/service';
import { projection } from '#mixins/projection';
import { email } from './email.timer.ts';
import { forgetErased } from './erased.store.ts';
import { mailing } from './mailing.mixin.ts';
import { subscriptions } from './subscriptions.ts';
import { notificationsPersonal } from './notifications.personal.ts';

export default defineService({
  name: 'notifications',
  actions: [],
  subscriptions: [
    ...subscriptions,
    ...projection({ messages: ['pledge.erased', 'user.erased'], apply: forgetErased }),
  ],
  timers: [email],
  retention: {
    sent_emails: `at < now() - interval '90 days'`,
    // A day longer than an e-mail is tried.
    email_quota: `at < now() - interval '4 days'`,
  },
  mixins: [mailing],
  personalData: notificationsPersonal,
});
