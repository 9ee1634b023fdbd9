import type { Params } from '#contracts';
import { world } from '#lib/world';
import { aCaller } from '#test/callers';
import { delivery, startTestPlatform, until, type TestPlatform } from '#test/platform';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

let platform: TestPlatform;
let campaign_id: string;
const donor = aCaller();
const wish = (): Params<'pledges.create'> => ({ campaign_id, amount: 1000, currency: 'EUR' });
const factOf = (id: string) => ({
  payment_id: world.newId(),
  purpose: { kind: 'pledge', id } as const,
  amount: 1000,
  currency: 'EUR',
});
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
  const fact = factOf(pledge_id);
  await platform.deliver('pledges', [
    delivery('payment.authorized', fact.payment_id, fact),
    delivery('payment.captured', fact.payment_id, fact),
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
  const fact = factOf(pledge_id);
  const captured = delivery('payment.captured', fact.payment_id, fact);
  const outcomes = await Promise.all([0, 0, 1, 1].map((on) => platform.deliver('pledges', [captured], on)));
  expect(outcomes).toEqual(Array(4).fill({ failed: [], waiting: [] }));
  await platform.quiet();
  expect(await platform.count('pledges', 'transitions where key = $1', pledge_id)).toBe(1);
  expect(await until(() => platform.count('totals', `pledge_figures where captured_amount > 0`))).toBe(2);
});

test('what is paid for something else moves no pledge, whatever its id', async () => {
  const pledge_id = await aPledge();
  const fact = { ...factOf(pledge_id), purpose: { kind: 'ticket' as 'pledge', id: pledge_id } };
  const captured = delivery('payment.captured', fact.payment_id, fact);
  expect(await platform.deliver('pledges', [captured])).toEqual({ failed: [], waiting: [] });
  const pledge = await platform.call('pledges.get', { id: pledge_id }, { caller: donor });
  expect(pledge).toMatchObject({ status: 'PENDING', captured_amount: 0 });
});
