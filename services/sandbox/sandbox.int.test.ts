import { freePort } from '#lib/postgres/postmaster';
import { world } from '#lib/world';
import { aDraft, startFundraising, type Fundraising } from '#test/fundraising';
import { until } from '#test/platform';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { createServer, request, type Server } from 'node:http';

/** Stands before the platform, as a load balancer does: the first two webhooks meet no platform behind it. */
let front: Server;
const refused: string[] = [];
let it: Fundraising;

beforeAll(async () => {
  const [port, inner] = [await freePort(), await freePort()];
  front = createServer((req, res) => {
    if (req.url?.includes('/webhooks/') && refused.length < 2) {
      refused.push(String(req.headers['webhook-id']));
      req.resume();
      return void res.writeHead(503).end();
    }
    const { url = '/', method = 'GET', headers } = req;
    const passed = request({ host: '127.0.0.1', port: inner, path: url, method, headers }, (answer) =>
      answer.pipe(res.writeHead(answer.statusCode!, answer.headers)),
    );
    req.pipe(passed);
  }).listen(port, '127.0.0.1');
  await once(front, 'listening');
  it = await startFundraising({ settings: { port: inner, public_url: `http://127.0.0.1:${port}` } });
});
afterAll(async () => {
  await it?.platform.stop();
  front.close();
});

async function aPayment() {
  const { id: campaign_id } = await it.owner.call('campaigns.create', aDraft());
  await it.owner.call('campaigns.publish', { id: campaign_id });
  const wish = { campaign_id, amount: 1000, currency: 'EUR' };
  const { pledge_id, payment_url } = await it.donor.call('pledges.create', wish, {
    idempotency_key: world.newId(),
  });
  await it.platform.quiet();
  return { pledge_id, id: await it.provider.open(payment_url) };
}

test('a webhook that nobody takes is sent again, with the same id, until it arrives', async () => {
  const { pledge_id, id } = await aPayment();
  const { webhook_id, sent } = await it.anyone.call('sandbox.capture', { id });
  await until(async () => (await it.donor.call('pledges.get', { id: pledge_id })).status === 'CAPTURED');
  expect(refused).toEqual([webhook_id, webhook_id]);
  const { data } = await it.admin.call('payments.webhooks', { id });
  expect(data.map(({ body, webhook_id }) => ({ body: JSON.parse(body) as unknown, webhook_id }))).toEqual([
    { body: sent, webhook_id },
  ]);
});

test('webhooks of one payment arrive in the order of its scripts', async () => {
  const { pledge_id, id } = await aPayment();
  for (const verb of ['authorize', 'capture', 'settle', 'refund'] as const)
    await it.anyone.call(`sandbox.${verb}`, { id });
  await until(async () => (await it.donor.call('pledges.get', { id: pledge_id })).status === 'REFUNDED');
  const { data } = await it.admin.call('payments.webhooks', { id });
  expect(data.map(({ type }) => type)).toEqual([
    ...['payment.authorized', 'payment.captured', 'settlement.confirmed', 'payment.refunded'],
  ]);
});

test('the same payment opened again is the same checkout, of the first amount', async () => {
  const { id } = await aPayment();
  await it.platform.call('sandbox.open', { id, amount: 7, currency: 'USD' });
  expect(await it.anyone.call('sandbox.get', { id })).toMatchObject({ amount: 1000, currency: 'EUR' });
});
