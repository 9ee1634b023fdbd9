// Every e-mail, by its topic: the message that it is about, and how it is written. A message may have several.
import { guestLinkEmail } from './guest-link.email.ts';
import { releasedEmail } from './released.email.ts';
import { about, type Topic } from './topic.ts';

export const topics: Readonly<Record<string, Topic>> = {
  guest_link: about('pledge.guest_link_requested', {
    unsolicited: true,
    async write(ask, { pledge_id, campaign_id, ...pledge }) {
      const { title } = await ask.campaign(campaign_id);
      return guestLinkEmail({ ...pledge, title, ...(await ask.link(pledge_id)) });
    },
  }),
  released: about('pledge.released', {
    unsolicited: false,
    async write(ask, { pledge_id, ...released }) {
      const { to, campaign_id } = await ask.donor(pledge_id);
      const { title } = await ask.campaign(campaign_id);
      return releasedEmail({ ...released, to, title });
    },
  }),
};
