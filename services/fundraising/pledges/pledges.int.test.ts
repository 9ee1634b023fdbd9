import type { Params } from '#contracts';
import { world } from '#lib/world';
import { aCaller, delivery, startTestPlatform, until, type TestPlatform } from '#test/platform';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

let platform: TestPlatform;
let campaign_id: string;
const donor = aCaller();
const wish = (): Params<'pledges.create'> => ({ campaign_id, amount: 1000, currency: 'EUR' });
const aPledge = async () => (await platform.call('pledges.create', wish(), { caller: donor })).pledge_id;

beforeAll(async () => {
  platform = await startTestPlatform({
    services: ['campaigns', 'payments', 'pledges', 'sandbox', 'totals'],
    nodes: 2,
  });
  const caller = aCaller();
  const draft = { title: 'A well', description: '', goal_amount: 100_000, currency: 'EUR' };
  ({ id: campaign_id } = await platform.call('campaigns.create', draft, { caller }));
  await platform.call('campaigns.publish', { id: campaign_id }, { caller });
});
afterAll(() => platform.stop());

test('a pledge is paid, and its campaign shows the money', async () => {
  const pledge_id = await aPledge();
  const payment_id = world.newId();
  const fact = { payment_id, pledge_id, amount: 1000, currency: 'EUR' };
  await platform.deliver('pledges', [
    delivery('payment.authorized', pledge_id, fact),
    delivery('payment.captured', pledge_id, fact),
  ]);
  const pledge = await platform.call('pledges.get', { id: pledge_id }, { caller: donor });
  expect(pledge.transitions.map(({ to }) => to)).toEqual(['PENDING', 'AUTHORIZED', 'CAPTURED']);
  await platform.quiet();
  const totals = await platform.call('totals.get', { campaign_id });
  expect(totals).toMatchObject({ total: 1000, donors: 1, pledges: 1, refunded: 0, source: 'projection' });
});

test('of two nodes with the same actor only one wins', async () => {
  const id = await aPledge();
  const release = await platform.hold('pledges', 'pledges', id);
  const outcomes = Promise.allSettled(
    [0, 1].map((on) => platform.call('pledges.cancel', { id }, { caller: donor }, on)),
  );
  await platform.blocked('pledges', 2);
  await release();
  expect((await outcomes).map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await platform.count('pledges', 'transitions where key = $1', id)).toBe(1);
});

test('an idempotency key founds one pledge, on whichever node it is tried again', async () => {
  const meta = { caller: aCaller(), idempotency_key: 'mine' };
  const founded = await Promise.all(
    [0, 1, 0, 1].map((on) => platform.call('pledges.create', wish(), meta, on)),
  );
  expect(new Set(founded.map(({ pledge_id }) => pledge_id)).size).toBe(1);
  await expect(platform.call('pledges.create', { ...wish(), amount: 7 }, meta)).rejects.toMatchObject({
    type: 'IDEMPOTENCY_KEY_REUSED',
  });
  expect(await platform.count('pledges', 'pledges where donor_id = $1', meta.caller.user_id)).toBe(1);
});

test('a message has its effect once, however often and wherever it is delivered', async () => {
  const pledge_id = await aPledge();
  const fact = { payment_id: world.newId(), pledge_id, amount: 1000, currency: 'EUR' };
  const captured = delivery('payment.captured', pledge_id, fact);
  const heard = await Promise.all([0, 0, 1, 1].map((on) => platform.deliver('pledges', [captured], on)));
  expect(heard).toEqual(Array(4).fill({ failed: [], waiting: [] }));
  await platform.quiet();
  expect(await platform.count('pledges', 'transitions where key = $1', pledge_id)).toBe(1);
  expect(await until(() => platform.count('totals', `pledge_figures where captured_amount > 0`))).toBe(2);
});
