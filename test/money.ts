// A campaign and its pledges as the journeys about money handle them, over HTTP.
import type { Params } from '#contracts';
import { world } from '#lib/world';
import { aDraft, type Fundraising } from '#test/fundraising';

const keyed = () => ({ idempotency_key: world.newId() });

/** A campaign, and what is done with it. */
export async function aCampaignOf(it: Fundraising, changes: Partial<Params<'campaigns.create'>> = {}) {
  const { id } = await it.owner.call('campaigns.create', aDraft(changes));
  await it.owner.call('campaigns.publish', { id });
  const beneficiary = `campaign:${id}`;
  const asked = (path: string, body: object) =>
    it.admin.post(path, { beneficiary, currency: 'EUR', ...body }, keyed());
  return {
    id,
    beneficiary,
    total: async () => (await it.anyone.call('totals.get', { campaign_id: id })).total,
    payOut: (amount: number) => asked('/api/payouts', { amount }),
    writeOff: (amount: number) => asked('/api/write-offs', { amount, reason: 'the owner is bankrupt' }),
    balance: async () => (await it.owner.get(`/api/balances/${beneficiary}`)).body,
    call: (verb: 'cancel' | 'close') => it.owner.call(`campaigns.${verb}`, { id }),
  };
}
export type HandledCampaign = Awaited<ReturnType<typeof aCampaignOf>>;

export async function aPledgeOf(
  it: Fundraising,
  { id: campaign_id }: Pick<HandledCampaign, 'id'>,
  amount = 10_000,
) {
  const wish = { campaign_id, amount, currency: 'EUR' };
  const { pledge_id: id, payment_url } = await it.donor.call('pledges.create', wish, keyed());
  const payment_id = await it.provider.open(payment_url);
  return {
    id,
    payment_id,
    read: () => it.donor.call('pledges.get', { id }),
    refund: (body: object = {}) => it.owner.post(`/api/pledges/${id}/refunds`, body, keyed()),
    resolve: (accept: boolean) => it.admin.post(`/api/pledges/${id}/resolve`, { accept }),
    /** Makes the sandbox report something. */
    async report(verb: string, data: object = {}) {
      await it.anyone.post(`/sandbox/payments/${payment_id}/${verb}`, data);
      await it.platform.quiet();
    },
  };
}

export async function aCapturedOf(it: Fundraising, campaign: Pick<HandledCampaign, 'id'>, amount = 10_000) {
  const pledge = await aPledgeOf(it, campaign, amount);
  await pledge.report('capture');
  return pledge;
}
