import { freePort } from '#lib/postgres/postmaster';
import { world } from '#lib/world';
import { startFundraising, type Fundraising } from '#test/fundraising';
import { until } from '#test/platform';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { startFront, type Front } from './front.fixture.ts';
import sandbox from './sandbox.service.ts';

let front: Front;
let it: Fundraising;

beforeAll(async () => {
  const [port, inner] = [await freePort(), await freePort()];
  front = await startFront(port, inner);
  it = await startFundraising({ settings: { port: inner, public_url: `http://127.0.0.1:${port}` } });
});
afterAll(async () => {
  await it?.platform.stop();
  front?.stop();
});
beforeEach(() => {
  front.fateOf = () => 'pass';
  front.came = [];
});

async function aPayment() {
  const wish = { campaign_id: it.campaign_id, amount: 1000, currency: 'EUR' };
  const idempotency_key = world.newId();
  const { pledge_id, payment_url } = await it.donor.call('pledges.create', wish, { idempotency_key });
  await it.platform.quiet();
  const statusOf = async () => (await it.donor.call('pledges.get', { id: pledge_id })).status;
  const becomes = (status: string) => until(async () => (await statusOf()) === status);
  return { pledge_id, id: await it.provider.open(payment_url), statusOf, becomes };
}

const db = () => it.platform.db('sandbox');
const waiting = (name: string) => it.platform.count('sandbox', 'timers where name = $1', name);
const webhooksOf = async (id: string) => (await it.admin.call('payments.list_payment_webhooks', { id })).data;

describe('a webhook', () => {
  test('that is not accepted is sent again, with the same id, until it is', async () => {
    const { id, becomes } = await aPayment();
    front.fateOf = () => (front.came.length <= 2 ? 'refuse' : 'pass');
    const { webhook_id, sent } = await it.anyone.call('sandbox.capture', { id });
    await becomes('CAPTURED');
    expect(front.came).toEqual([webhook_id, webhook_id, webhook_id]);
    const data = await webhooksOf(id);
    expect(data.map(({ body, webhook_id }) => ({ body: JSON.parse(body) as unknown, webhook_id }))).toEqual([
      { body: sent, webhook_id },
    ]);
    await until(async () => (await waiting('sandbox.send_webhook')) === 0);
  });

  test('that the platform answers slowly holds up no other', async () => {
    const [slow, prompt] = [await aPayment(), await aPayment()];
    const silenced = new Set<string>();
    // Once others no longer wait behind it, it waits for ever: should one wait nevertheless, the test hangs.
    const patience = AbortSignal.timeout.bind(AbortSignal);
    const endless = jest
      .spyOn(AbortSignal, 'timeout')
      .mockImplementation((ms) => (ms === 5000 ? new AbortController().signal : patience(ms)));
    front.fateOf = (id) => (silenced.size === 0 || silenced.has(id) ? (silenced.add(id), 'silence') : 'pass');
    await it.anyone.call('sandbox.capture', { id: slow.id, duplicate: 10 });
    await until(() => silenced.size === 1);
    await it.anyone.call('sandbox.capture', { id: prompt.id });
    await prompt.becomes('CAPTURED');
    expect(await slow.statusOf()).toBe('PENDING');
    front.fateOf = () => 'pass';
    endless.mockRestore();
    front.hangUp();
    await slow.becomes('CAPTURED');
  });

  test('that was not accepted for three days is given up', async () => {
    const { id, statusOf } = await aPayment();
    front.fateOf = () => 'refuse';
    await it.anyone.call('sandbox.capture', { id });
    await until(async () => (await waiting('sandbox.send_webhook')) === 1);
    await db().query(
      `update timers set due_at = now() - interval '73 h', leased_until = null where name = 'sandbox.send_webhook'`,
    );
    await until(async () => (await waiting('sandbox.send_webhook')) === 0);
    expect(await statusOf()).toBe('PENDING');
  });

  test('that is delayed outlives the provider that was asked for it', async () => {
    const { id, statusOf, becomes } = await aPayment();
    await it.anyone.call('sandbox.capture', { id, delay_ms: 60_000 });
    expect(await waiting('sandbox.send_webhooks')).toBe(1);
    const [node] = it.platform.nodes;
    await node!.destroyService('sandbox');
    node!.createService(sandbox.schema);
    await node!.waitForServices('sandbox');
    expect([front.came, await statusOf()]).toEqual([[], 'PENDING']);
    await db().query(`update timers set due_at = now() where name = 'sandbox.send_webhooks'`);
    await becomes('CAPTURED');
  });

  test('is sent as often as a script says, and applied once', async () => {
    const { id, becomes } = await aPayment();
    const { webhook_id } = await it.anyone.call('sandbox.capture', { id, duplicate: 3 });
    await becomes('CAPTURED');
    await it.platform.quiet();
    expect(front.came).toEqual([webhook_id, webhook_id, webhook_id]);
    expect(await webhooksOf(id)).toHaveLength(1);
  });
});

describe('webhooks of one payment', () => {
  test('arrive in the order of its scripts', async () => {
    const { id, becomes } = await aPayment();
    for (const verb of ['authorize', 'capture', 'settle', 'refund'] as const)
      await it.anyone.call(`sandbox.${verb}`, { id });
    await becomes('REFUNDED');
    expect((await webhooksOf(id)).map(({ type }) => type)).toEqual([
      'payment.authorized',
      'payment.captured',
      'settlement.confirmed',
      'payment.refunded',
    ]);
  });

  test('overtake each other where the payment reorders, and end the same', async () => {
    const { id, becomes } = await aPayment();
    expect(await it.anyone.call('sandbox.behave', { id, reorder: true })).toMatchObject({
      behaviour: { duplicate: 1, delay_ms: 0, reorder: true, refunds: 'succeed' },
    });
    const ids: string[] = [];
    for (const verb of ['authorize', 'capture', 'settle'] as const)
      ids.push((await it.anyone.call(`sandbox.${verb}`, { id })).webhook_id);
    await until(() => front.came.length === 3);
    expect(front.came).not.toEqual(ids);
    await becomes('COMPLETED');
  });
});

test('the same payment opened again is the same checkout, of the first amount', async () => {
  const { id } = await aPayment();
  await it.platform.call('sandbox.open', { id, amount: 7, currency: 'USD', description: 'Other' });
  expect(await it.anyone.call('sandbox.get', { id })).toMatchObject({ amount: 1000, currency: 'EUR' });
});
