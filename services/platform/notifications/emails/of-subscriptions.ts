// The e-mails about recurring gifts. Each that more may be charged after ends them in one click (RFC 8058).
import type { Ask } from '../asking.ts';
import type { WrittenEmail } from '../email.ts';
import { renewalFailedEmail } from './renewal-failed.email.ts';
import { subscriptionLapsedEmail } from './subscription-lapsed.email.ts';
import { subscriptionStartedEmail } from './subscription-started.email.ts';
import { about } from './topic.ts';

export const ofSubscriptions = {
  subscription_started: about('subscription.started', {
    unsolicited: false,
    async write(ask, started) {
      const { to, url, headers } = await reaching(ask, started);
      return { ...subscriptionStartedEmail({ ...started, to, url }), headers };
    },
  }),
  renewal_failed: about('subscription.renewal_failed', {
    unsolicited: false,
    async write(ask, failed) {
      const { to, url, headers } = await reaching(ask, failed);
      return { ...renewalFailedEmail({ ...failed, to, url }), headers };
    },
  }),
  subscription_lapsed: about('subscription.lapsed', {
    unsolicited: false,
    async write(ask, lapsed) {
      const { to } = await ask.donor(lapsed.pledge_id);
      return subscriptionLapsedEmail({ ...lapsed, to });
    },
  }),
};

/** The donor, the page of their gift, and what a mail program's own button presses. */
async function reaching(
  ask: Ask,
  { pledge_id, subscription_id }: Record<'pledge_id' | 'subscription_id', string>,
) {
  const { to } = await ask.donor(pledge_id);
  const { url, end_url } = await ask.subscription(subscription_id);
  const headers: WrittenEmail['headers'] = {
    'List-Unsubscribe': `<${end_url}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
  return { to, url, headers };
}
