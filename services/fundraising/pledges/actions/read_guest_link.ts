import { action } from '#lib/service';
import { guestLinkOf } from '../guest-link.ts';

/** It opens the pledges of guests only: whose pledge this is, nobody needs to ask. */
export default action('pledges.read_guest_link', async function ({ params: { pledge_id } }) {
  return { url: guestLinkOf(this, pledge_id) };
});
