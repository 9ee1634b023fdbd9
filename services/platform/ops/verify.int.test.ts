import type { VerifiedInvariant } from '#contracts';
import { world } from '#lib/world';
import { client } from '#test/client';
import { startFundraising, type Fundraising } from '#test/fundraising';
import { OPERATOR_KEY, until } from '#test/platform';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { planted, type World } from './planted.fixture.ts';

let fundraising: Fundraising;
const worlds: World[] = [];

/** A campaign with one pledge of 1,000, captured, whose refund of 400 is under way. */
async function aWorld(): Promise<World> {
  const { owner, donor, provider, anyone } = fundraising;
  const { id: campaign_id } = await owner.call('campaigns.create', {
    title: 'A well',
    description: '',
    goal_amount: 5000,
    currency: 'EUR',
  });
  await owner.call('campaigns.publish', { id: campaign_id });
  const keyed = () => ({ idempotency_key: world.newId() });
  const wish = { campaign_id, amount: 1000, currency: 'EUR' };
  const { pledge_id, payment_url } = await donor.call('pledges.create', wish, keyed());
  const payment_id = await provider.open(payment_url);
  await anyone.call('sandbox.behave', { id: payment_id, refunds: 'wait' });
  await anyone.call('sandbox.authorize', { id: payment_id });
  await anyone.call('sandbox.capture', { id: payment_id });
  await until(async () => (await donor.call('pledges.get', { id: pledge_id })).status === 'CAPTURED');
  const { refund_id } = await owner.call('pledges.refund', { id: pledge_id, amount: 400 }, keyed());
  return { campaign_id, pledge_id, payment_id, refund_id };
}

async function verify(): Promise<VerifiedInvariant[]> {
  const operator = client(fundraising.platform.url, OPERATOR_KEY);
  const found: VerifiedInvariant[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await operator.call('ops.verify', typeof cursor === 'string' ? { cursor } : {});
    found.push(...page.data);
    cursor = page.next_cursor;
  }
  return found;
}

beforeAll(async () => {
  fundraising = await startFundraising();
  worlds.push(...(await Promise.all(planted.map(aWorld))));
  await fundraising.platform.quiet();
});
afterAll(() => fundraising.platform.stop());

test('everything holds of a platform that did its work, and all of it was looked at', async () => {
  const found = await verify();
  expect(found.filter(({ violations }) => violations.length > 0)).toEqual([]);
  const checked = new Map(
    found.map(({ service, invariant, checked }) => [`${service}: ${invariant}`, checked]),
  );
  const said = new Set(planted.flatMap(([, , , said]) => said));
  expect([...said].filter((name) => !checked.get(name))).toEqual([]);
});

test('what is only on its way between services is looked at again, and not told', async () => {
  const { platform } = fundraising;
  const { pledge_id } = worlds[0]!;
  const pledges = platform.db('pledges');
  const { rows } = await pledges.query<{ facts: object }>('select facts from pledges where id = $1', [
    pledge_id,
  ]);
  const call = jest.spyOn(platform.nodes[0]!, 'call');
  const looks = () => call.mock.calls.flatMap(([name], i) => (name === 'payments.read_facts' ? [i] : []));
  await pledges.query(`update pledges set facts = facts - 'authorized' where id = $1`, [pledge_id]);
  const verifying = verify();
  const [first] = await until(() => (looks().length > 0 ? looks() : undefined));
  await call.mock.results[first!]!.value;
  await pledges.query('update pledges set facts = $2 where id = $1', [pledge_id, rows[0]!.facts]);
  expect((await verifying).filter(({ violations }) => violations.length > 0)).toEqual([]);
  expect(looks().length).toBeGreaterThan(1);
  call.mockRestore();
});

test('each thing that does not hold is told by who should notice, of what it is about, and nobody else is', async () => {
  const { platform } = fundraising;
  for (const [i, [, service, plant]] of planted.entries())
    await platform.db(service).query(plant(worlds[i]!));
  const found = await verify();
  const told = found.flatMap(({ service, invariant, violations }) =>
    violations.map(({ key, found: text }) => ({
      invariant: `${service}: ${invariant}`,
      about: `${key} ${text}`,
    })),
  );
  for (const [i, [what, , , said]] of planted.entries()) {
    const ids = Object.values(worlds[i]!) as string[];
    const own = told.filter(({ about }) => ids.some((id) => about.includes(id)));
    expect([what, ...new Set(own.map(({ invariant }) => invariant))].sort()).toEqual([what, ...said].sort());
  }
  // What is of no world: the ledger's own sum.
  expect(told.filter(({ about }) => /^EUR sum_not_zero/.test(about))).toHaveLength(1);
});
