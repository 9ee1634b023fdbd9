// Notifications: letters by e-mail. Subscription of something schedules a letter; the deadline sends it, and tries again.
// What is written: letter.ts. How many: admitted.store.ts. What was sent: sent.store.ts. How: mailers/.
import { defineService } from '#lib/service';
import { database } from '#mixins/database.mixin';
import { inbox } from '#mixins/inbox';
import { retention, timers } from '#mixins/timers';
import onPledgeLink from './due/pledge_link.ts';
import { mailing } from './mailing.mixin.ts';
import onLinkDue from './on/pledge.link_due.ts';

export default defineService({
  name: 'notifications',
  mixins: [timers, inbox, mailing, database],
  actions: [],
  subscriptions: [onLinkDue],
  timers: [
    ...[onPledgeLink, retention('sent', `at < now() - interval '90 days'`)],
    // A day longer than a letter is tried.
    retention('admitted', `at < now() - interval '4 days'`),
  ],
});
