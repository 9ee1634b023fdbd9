import { world } from '#lib/world';
import { aDraft, startFundraising, type Fundraising } from '#test/fundraising';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

let it: Fundraising;
beforeAll(async () => {
  it = await startFundraising();
});
afterAll(() => it?.platform.stop());

const keyed = () => ({ idempotency_key: world.newId() });

/** A published campaign, and gifts to it. */
async function aCampaign() {
  const { id: campaign_id } = await it.owner.call('campaigns.create', aDraft());
  await it.owner.call('campaigns.publish', { id: campaign_id });
  /** A captured pledge of 10.00 EUR. */
  async function gift(changes: object = {}, who: Pick<Fundraising['anyone'], 'call'> = it.donor) {
    const wish = { campaign_id, amount: 1000, currency: 'EUR', ...changes };
    const { pledge_id, payment_url } = await who.call('pledges.create', wish, keyed());
    const payment_id = await it.provider.open(payment_url);
    const reports = async (verb: string, body: object = {}) => {
      await it.anyone.post(`/sandbox/payments/${payment_id}/${verb}`, body);
      await it.platform.quiet();
    };
    await reports('capture');
    return { pledge_id, reports };
  }
  const wall = async () => (await it.anyone.call('pledges.list_donors', { campaign_id })).data;
  return { campaign_id, gift, wall };
}

test('the wall shows who gave, newest first: accounts by name, guests by first name, and who is anonymous not at all', async () => {
  const { campaign_id, gift, wall } = await aCampaign();
  await gift({ message: 'For Ida' });
  await gift({ donor: { name: ' Greta van Dyke', email: 'greta@example.org' } }, it.anyone);
  await gift({ anonymous: true, message: 'Go on' });
  await it.donor.call('pledges.create', { campaign_id, amount: 1000, currency: 'EUR' }, keyed());
  expect(await wall()).toMatchObject([
    { name: null, message: 'Go on', amount: 1000, currency: 'EUR' },
    { name: 'Greta', message: null },
    { name: 'Dora', message: 'For Ida' },
  ]);
});

test('money that goes leaves the wall, and what is left of it stays', async () => {
  const { gift, wall } = await aCampaign();
  const [refunded, partly, disputed, conflicted] = [await gift(), await gift(), await gift(), await gift()];
  await it.owner.call('pledges.refund', { id: refunded.pledge_id }, keyed());
  await it.owner.call('pledges.refund', { id: partly.pledge_id, amount: 400 }, keyed());
  await disputed.reports('dispute');
  await conflicted.reports('dispute');
  await conflicted.reports('win');
  await it.platform.quiet();
  expect((await wall()).map(({ amount }) => amount)).toEqual([1000, 600]);
});

test('a message that the owner hides is gone from the wall, stays for the donor and the owner, and can be shown again', async () => {
  const { gift, wall } = await aCampaign();
  const { pledge_id } = await gift({ message: 'Rude' });
  const press = (who: Pick<Fundraising['anyone'], 'post'>, verb: string) =>
    who.post(`/api/pledges/${pledge_id}/message/${verb}`);
  expect((await press(it.donor, 'hide')).body['code']).toBe('PLEDGE_NOT_FOUND');
  expect((await press(it.owner, 'hide')).body).toMatchObject({ message: 'Rude', message_hidden: true });
  expect(await wall()).toMatchObject([{ name: 'Dora', message: null }]);
  for (const who of [it.donor, it.owner])
    expect((await who.call('pledges.get', { id: pledge_id })).message).toBe('Rude');
  // Writing another one does not bring it back.
  await it.donor.call('pledges.update', { id: pledge_id, message: 'Ruder' });
  expect(await wall()).toMatchObject([{ message: null }]);
  expect((await press(it.admin, 'show')).status).toBe(200);
  expect(await wall()).toMatchObject([{ message: 'Ruder' }]);
});

test('the owner who hides the message of an anonymous donor does not learn who it is', async () => {
  const { gift } = await aCampaign();
  const { pledge_id } = await gift({ anonymous: true, message: 'Rude' });
  expect(await it.owner.call('pledges.hide_message', { id: pledge_id })).toMatchObject({
    donor_id: null,
    donor: null,
  });
});

test('the wall is read page by page', async () => {
  const { campaign_id, gift } = await aCampaign();
  for (const amount of [100, 200, 300]) await gift({ amount });
  const first = await it.anyone.call('pledges.list_donors', { campaign_id, limit: 2 });
  const rest = await it.anyone.call('pledges.list_donors', {
    campaign_id,
    limit: 2,
    cursor: first.next_cursor!,
  });
  expect([...first.data, ...rest.data].map(({ amount }) => amount)).toEqual([300, 200, 100]);
  expect(rest.next_cursor).toBeNull();
});

test('there is no wall of a campaign that is not there, or not published', async () => {
  const { id: campaign_id } = await it.owner.call('campaigns.create', aDraft());
  for (const id of [campaign_id, world.newId()])
    expect((await it.anyone.get(`/api/campaigns/${id}/donors`)).body['code']).toBe('CAMPAIGN_NOT_FOUND');
  expect((await it.owner.get(`/api/campaigns/${campaign_id}/donors`)).body['data']).toEqual([]);
});
