import { world } from '#lib/world';
import { aCampaign } from '#test/fundraising';
import { aCaller } from '#test/callers';
import { startTestPlatform, type TestPlatform } from '#test/platform';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

let platform: TestPlatform;
let wish: { campaign_id: string; amount: number; currency: string };
beforeAll(async () => {
  platform = await startTestPlatform({ services: ['pledges', 'campaigns', 'users'] });
  const { campaign_id } = await aCampaign(platform);
  wish = { campaign_id, amount: 1050, currency: 'EUR' };
});
afterAll(() => platform?.stop());

const contactOf = (pledge_id: string) => platform.call('pledges.read_contact', { pledge_id });

test('a guest is reached at the address that they wrote', async () => {
  const donor = { name: 'Gwen', email: 'gwen@example.org' };
  const { pledge_id } = await platform.call('pledges.create', { ...wish, donor });
  const { campaign_id } = wish;
  const contact = { name: 'Gwen', address: 'gwen@example.org', user_id: null, anonymous: false };
  expect(await contactOf(pledge_id)).toEqual({ pledge_id, campaign_id, ...contact });
});

test('a donor with an account is reached at the address of the account', async () => {
  const caller = aCaller();
  const { user_id } = caller;
  await platform.call('users.create', {
    user_id,
    email: 'ada@example.org',
    name: 'Ada',
  });
  const { pledge_id } = await platform.call('pledges.create', { ...wish, anonymous: true }, { caller });
  const contact = { name: 'Ada', address: 'ada@example.org', user_id, anonymous: true };
  expect(await contactOf(pledge_id)).toMatchObject(contact);
});

test('the link leads to the payment for as long as the pledge is unpaid', async () => {
  const caller = aCaller();
  const { pledge_id, payment_url } = await platform.call('pledges.create', wish, { caller });
  const linkOf = () => platform.call('pledges.read_link', { pledge_id });
  expect(await linkOf()).toMatchObject({ payment_url });
  await platform.call('pledges.cancel', { id: pledge_id }, { caller });
  expect(await linkOf()).toMatchObject({ payment_url: null });
});

test('nobody is reached about a pledge that does not exist', async () => {
  await expect(contactOf(world.newId())).rejects.toMatchObject({ type: 'PLEDGE_NOT_FOUND' });
});
