// Notifications: letters by e-mail. Subscription of something schedules a letter; the deadline sends it, and tries again.
// What is written: letter.ts. How many: admitted.store.ts. What was sent: sent.store.ts. How: mailers/.
import { defineService } from '#lib/service';
import { database } from '#mixins/database.mixin';
import { inbox } from '#mixins/inbox';
import { prunes, scheduler } from '#mixins/scheduler';
import onPledgeLink from './due/pledge_link.ts';
import { mailing } from './mailing.mixin.ts';
import onGuestLinkRequested from './on/pledge.guest_link_requested.ts';

export default defineService({
  name: 'notifications',
  mixins: [scheduler, inbox, mailing, database],
  actions: [],
  subscriptions: [onGuestLinkRequested],
  fires: [
    ...[onPledgeLink, prunes('sent', `at < now() - interval '90 days'`)],
    // A day longer than a letter is tried.
    prunes('admitted', `at < now() - interval '4 days'`),
  ],
});
