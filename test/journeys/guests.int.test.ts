import { world } from '#lib/world';
import { aDraft, startFundraising, type Fundraising } from '#test/fundraising';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { signLink } from '../../services/fundraising/pledges/guest-link.ts';

let it: Fundraising;
beforeAll(async () => {
  it = await startFundraising();
});
afterAll(() => it?.platform.stop());

const keyed = (idempotency_key: string = world.newId()) => ({ idempotency_key });
const guest = (changes: object = {}) => ({
  name: 'Greta',
  email: `${world.newId()}@example.org`,
  ...changes,
});
const wishOf = (donor: object, changes: object = {}) => ({
  campaign_id: it.campaign_id,
  amount: 1000,
  currency: 'EUR',
  donor,
  ...changes,
});
const pledge = (donor: object, changes: object = {}, key?: string) =>
  it.anyone.post('/api/pledges', wishOf(donor, changes), keyed(key));
const tokenOf = (id: unknown) => signLink(it.platform.settings.link_secret, String(id));

test('a guest pledges with a name and an address, pays, and counts as one donor', async () => {
  const donor = guest();
  const before = await it.anyone.call('totals.get', { campaign_id: it.campaign_id });
  for (const email of [donor.email, donor.email.toUpperCase()]) {
    const { status, body } = await pledge({ ...donor, email });
    expect(status).toBe(201);
    const payment_id = await it.provider.open(String(body['payment_url']));
    await it.anyone.post(`/sandbox/payments/${payment_id}/capture`, {});
  }
  await it.platform.quiet();
  const after = await it.anyone.call('totals.get', { campaign_id: it.campaign_id });
  expect([after.total - before.total, after.donors - before.donors]).toEqual([2000, 1]);
});

test('a guest needs both a name and an address', async () => {
  const { status, body } = await it.anyone.post(
    '/api/pledges',
    { campaign_id: it.campaign_id, amount: 1000, currency: 'EUR' },
    keyed(),
  );
  expect([status, body['code']]).toEqual([401, 'SIGN_IN_REQUIRED']);
});

test('a signed-in donor can not pledge for somebody else', async () => {
  const { status, body } = await it.donor.post('/api/pledges', wishOf(guest()), keyed());
  expect([status, body['code']]).toEqual([400, 'VALIDATION_FAILED']);
  expect(body['errors']).toMatchObject([{ pointer: '/donor' }]);
});

test('a retry with the same key is the same pledge', async () => {
  const [donor, key] = [guest(), world.newId()];
  const first = await pledge(donor, {}, key);
  expect(first.status).toBe(201);
  expect((await pledge(donor, {}, key)).body).toEqual(first.body);
});

test.each([
  [
    'a corrected address',
    (donor: object) => ({ donor: { ...donor, email: `${world.newId()}@example.org` } }),
  ],
  ['another name', (donor: object) => ({ donor: { ...donor, name: 'Somebody else' } })],
  ['another amount', () => ({ amount: 999 })],
])('a used key with %s makes no second pledge, and answers nothing of the first', async (_what, changes) => {
  const [donor, key] = [guest(), world.newId()];
  const first = await pledge(donor, {}, key);
  const made = await it.platform.count('pledges', 'pledges');
  const second = await pledge(donor, changes(donor), key);
  expect([second.status, second.body['code']]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
  expect(JSON.stringify(second.body)).not.toContain(first.body['pledge_id']);
  expect(await it.platform.count('pledges', 'pledges')).toBe(made);
});

test('of two guests who come at once with one key and other bodies, one pledges and one is refused', async () => {
  const key = world.newId();
  const answers = await Promise.all([pledge(guest(), {}, key), pledge(guest(), {}, key)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
});

test('a key that a link was used with is refused with the link to another pledge', async () => {
  const key = keyed();
  const [one, other] = [await pledge(guest()), await pledge(guest())].map(({ body }) => body['pledge_id']);
  const cancel = (id: unknown) =>
    it.anyone.post(`/api/pledges/${String(id)}/cancel`, { token: tokenOf(id) }, key);
  expect((await cancel(one)).status).toBe(200);
  expect((await cancel(other)).body['code']).toBe('IDEMPOTENCY_KEY_REUSED');
});

test('what a pledge shows as null may be sent as null', async () => {
  const { status } = await pledge(guest(), { message: null });
  expect(status).toBe(201);
  const { body } = await it.donor.post(
    '/api/pledges',
    { ...wishOf(guest()), donor: null, message: null },
    keyed(),
  );
  expect((await it.donor.get(`/api/pledges/${String(body['pledge_id'])}`)).body).toMatchObject({
    donor: null,
    message: null,
  });
});

test('the link shows the pledge, edits it and cancels it; nothing else does', async () => {
  const donor = guest();
  const { body } = await pledge(donor);
  const id = String(body['pledge_id']);
  const path = `/api/pledges/${id}`;
  const token = tokenOf(id);
  expect((await it.anyone.get(path)).status).toBe(404);
  expect((await it.anyone.get(`${path}?token=${tokenOf(world.newId())}`)).status).toBe(404);
  expect((await it.anyone.get(`${path}?token=${token}`)).body).toMatchObject({
    id,
    donor,
    status: 'PENDING',
  });

  const edit = (sending: object) => it.anyone.send('PUT', path, { body: sending });
  expect((await edit({ anonymous: true })).status).toBe(404);
  expect((await edit({ token, anonymous: true, message: 'For Ida' })).body).toMatchObject({
    anonymous: true,
    message: 'For Ida',
    amount: 1000,
  });
  expect((await edit({ token, amount: 1 })).status).toBe(400);

  expect((await it.anyone.post(`${path}/cancel`, {})).status).toBe(404);
  expect((await it.anyone.post(`${path}/cancel`, { token })).body).toMatchObject({ status: 'CANCELLED' });
});

test('what a guest repeats with the same key and their link is answered as it was, and done once', async () => {
  const { body } = await pledge(guest());
  const path = `/api/pledges/${String(body['pledge_id'])}`;
  const token = tokenOf(body['pledge_id']);
  const [editing, cancelling] = [keyed(), keyed()];
  const edit = () => it.anyone.send('PUT', path, { body: { token, message: 'For Ida' }, ...editing });
  const cancel = (key: object) => it.anyone.post(`${path}/cancel`, { token }, key);
  const edited = await edit();
  expect((await edit()).body).toEqual(edited.body);
  const cancelled = await cancel(cancelling);
  expect(cancelled).toMatchObject({ status: 200, body: { status: 'CANCELLED' } });
  expect(await cancel(cancelling)).toMatchObject({ status: 200, body: cancelled.body });
  expect((await cancel(keyed())).body['code']).toBe('TRANSITION_NOT_ALLOWED');
  // The key alone opens nothing.
  expect((await it.anyone.post(`${path}/cancel`, {}, cancelling)).status).toBe(404);
});

test('a link does not open the pledge of a donor with an account', async () => {
  const { pledge_id } = await it.donor.call(
    'pledges.create',
    { campaign_id: it.campaign_id, amount: 1000, currency: 'EUR' },
    keyed(),
  );
  expect((await it.anyone.get(`/api/pledges/${pledge_id}?token=${tokenOf(pledge_id)}`)).status).toBe(404);
});

test('the owner sees who gave to the campaign, except anonymous donors', async () => {
  const [seen, unseen] = [guest({ name: 'Seen' }), guest({ name: 'Unseen' })];
  await pledge(seen);
  await pledge(unseen, { anonymous: true });
  const { data } = await it.owner.call('pledges.list', { campaign_id: it.campaign_id, limit: 100 });
  const names = data.map(({ donor }) => donor?.name);
  expect(names).toContain('Seen');
  expect(names).not.toContain('Unseen');
  for (const { anonymous, donor_id } of data) if (anonymous) expect(donor_id).toBeNull();

  // Anybody else gets only their own pledges of a campaign.
  const stranger = await it.anyone.register();
  expect((await stranger.call('pledges.list', { campaign_id: it.campaign_id })).data).toEqual([]);
  // Only its owner may know that a draft exists.
  const { id: campaign_id } = await it.owner.call('campaigns.create', aDraft());
  expect((await it.owner.call('pledges.list', { campaign_id })).data).toEqual([]);
  const { status, body } = await stranger.get(`/api/pledges?campaign_id=${campaign_id}`);
  expect([status, body['code']]).toEqual([404, 'CAMPAIGN_NOT_FOUND']);
});

test("a donor's history can be filtered to paid pledges", async () => {
  const donor = await it.anyone.register();
  const wish = { campaign_id: it.campaign_id, amount: 1000, currency: 'EUR' };
  const { payment_url } = await donor.call('pledges.create', wish, keyed());
  await donor.call('pledges.create', wish, keyed());
  const payment_id = await it.provider.open(payment_url);
  await it.anyone.post(`/sandbox/payments/${payment_id}/capture`, {});
  await it.platform.quiet();
  expect((await donor.call('pledges.list', {})).data).toHaveLength(2);
  expect((await donor.call('pledges.list', { status: 'CAPTURED' })).data).toHaveLength(1);
});
