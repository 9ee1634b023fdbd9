import { messages as pledges } from '../fundraising/pledges.ts';
import { defineTimer } from '../define.ts';

export const timers = {
  'notifications.pledge_link': defineTimer({
    summary: 'Sends a guest the link to their pledge. Its key is the id of the message that asked for it.',
    payload: pledges['pledge.guest_link_requested'].payload,
  }),
};
