// What a receipt says beside the money, as other services know it when it is issued.
import { codeOf } from '#lib/errors';
import { callsOf, type Service } from '#lib/service';
import type { ReceiptedPledge } from './pledge.store.ts';
import type { KeptReceipt } from './receipt.rules.ts';

export type Contents = Pick<
  KeptReceipt,
  'organisation_id' | 'organisation_name' | 'campaign_title' | 'donor_name' | 'donor_address' | 'anonymous'
>;

/** What is gone for good stands in the pledge's earlier receipt: what is left of a gift is confirmed all the same. */
export async function contentsOf(
  service: Service,
  pledge: ReceiptedPledge,
  earlier: KeptReceipt | undefined,
): Promise<Contents> {
  try {
    return await ask(service, pledge);
  } catch (error) {
    if (earlier && GONE.has(codeOf(error))) return contentsIn(earlier);
    throw error;
  }
}

const GONE = new Set<string | undefined>(['PLEDGE_NOT_FOUND', 'USER_NOT_FOUND', 'CAMPAIGN_NOT_FOUND']);

async function ask(service: Service, { pledge_id, campaign_id }: ReceiptedPledge): Promise<Contents> {
  const calls = callsOf(service);
  const [contact, { owner_id, title }] = await Promise.all([
    calls.call('pledges.read_contact', { pledge_id }),
    calls.call('campaigns.get', { id: campaign_id }),
  ]);
  const { name } = await calls.call('users.get', { user_id: owner_id });
  return {
    organisation_id: owner_id,
    organisation_name: name,
    campaign_title: title,
    donor_name: contact.name,
    donor_address: contact.address,
    anonymous: contact.anonymous,
  };
}

const contentsIn = ({
  organisation_id,
  organisation_name,
  campaign_title,
  donor_name,
  donor_address,
  anonymous,
}: KeptReceipt): Contents => ({
  organisation_id,
  organisation_name,
  campaign_title,
  donor_name,
  donor_address,
  anonymous,
});
