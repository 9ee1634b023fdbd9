// What e-mails ask for when they are sent. A link is a permission, and an address is a person's: no message and no timer keeps them.
import { settingsOf } from '#lib/broker';
import { fail } from '#lib/errors';
import { callsOf, type Service } from '#lib/service';
import type { Addressee } from './email.ts';
import { nameIn } from './emails/words.ts';

export type Ask = ReturnType<typeof asking>;

/** Each throws `…_NOT_FOUND` or `…_LINK_INVALID` where it is gone. */
export function asking(service: Service) {
  const calls = callsOf(service);
  const { admin, public_url } = settingsOf(service.broker);
  /** A user with an account. */
  const user = async (user_id: string): Promise<Addressee> => {
    const { name, email } = await calls.call('users.get', { user_id });
    return { name: nameIn(name), address: email };
  };
  return {
    public_url,
    user,
    /** The donor of a pledge, guest or not; and to which campaign they gave. */
    async donor(pledge_id: string): Promise<{ to: Addressee; campaign_id: string }> {
      const { name, address, campaign_id } = await calls.call('pledges.read_contact', { pledge_id });
      if (address === null) throw fail('DONOR_NOT_REACHABLE', { id: pledge_id });
      return { to: { name: nameIn(name), address }, campaign_id };
    },
    /** The link to a pledge's page, and to its payment while it is unpaid. */
    link: (pledge_id: string) => calls.call('pledges.read_link', { pledge_id }),
    /** The page of a recurring gift, and what ends it in one click. */
    subscription: (subscription_id: string) => calls.call('subscriptions.read_link', { subscription_id }),
    /** The link that resets a password, and to whom it goes. */
    resetLink: (reset_id: string) => calls.call('auth.read_reset_link', { reset_id }),
    /** The links that confirm another address, and to whom they go. */
    emailChange: (change_id: string) => calls.call('auth.read_email_change', { change_id }),
    /** What an owner wrote to donors. */
    thanks: (thanks_id: string) => calls.call('pledges.read_thanks', { thanks_id }),
    /** A campaign as everybody may see it. */
    async campaign(campaign_id: string): Promise<{ title: string; owner_id: string }> {
      const { title, owner_id } = await calls.call('campaigns.get', { id: campaign_id });
      return { title, owner_id };
    },
    /** Who owns a campaign. */
    async owner(campaign_id: string): Promise<{ to: Addressee; title: string }> {
      const { title, owner_id } = await this.campaign(campaign_id);
      return { to: await user(owner_id), title };
    },
    /** The admin whom the settings name; null where they name none. */
    admin: admin ? { name: '', address: admin.email } : null,
  };
}
