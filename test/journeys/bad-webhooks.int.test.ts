import { world } from '#lib/world';
import { startFundraising, type Fundraising } from '#test/fundraising';
import { refused, type Line } from '#test/journeys/refused';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

let it: Fundraising;
let pledge_id: string;
let payment_id: string;

beforeAll(async () => {
  it = await startFundraising();
  const pledge = await it.donor.call(
    'pledges.create',
    { campaign_id: it.campaign_id, amount: 1000, currency: 'EUR' },
    { idempotency_key: world.newId() },
  );
  await it.platform.quiet();
  ({ pledge_id } = pledge);
  payment_id = await it.provider.open(pledge.payment_url);
});
afterAll(() => it?.platform.stop());

const report = (data: object, type = 'payment.captured') => it.provider.report({ payment_id, type, ...data });
const webhook = JSON.stringify({ type: 'payment.captured', timestamp: world.now(), data: {} });

const MINUTES = 60_000;
const lines: Line[] = [
  [
    'a bad signature',
    () => it.provider.deliver(webhook, { headers: { 'webhook-signature': 'v1,AAAA' } }),
    401,
    'WEBHOOK_SIGNATURE_INVALID',
  ],
  [
    'no signature',
    () => it.anyone.post('/api/payments/webhooks/sandbox', webhook),
    401,
    'WEBHOOK_SIGNATURE_INVALID',
  ],
  ...[-6, 6].map((minutes): Line => [
    `a timestamp ${minutes} minutes from now`,
    () => it.provider.deliver(webhook, { sent_ms: world.nowMs() + minutes * MINUTES }),
    401,
    'WEBHOOK_SIGNATURE_INVALID',
  ]),
  ['signed nonsense', () => it.provider.deliver('{"type":'), 400, 'BODY_UNREADABLE'],
  ['no data', () => it.provider.deliver(webhook), 400, 'VALIDATION_FAILED', '/data/payment_id'],
  ['an amount of 0', () => report({ amount: 0 }), 400, 'VALIDATION_FAILED', '/data/amount'],
  [
    'a refund without its id',
    () => report({}, 'payment.refunded'),
    400,
    'VALIDATION_FAILED',
    '/data/refund_id',
  ],
  [
    'a dispute without its id',
    () => report({}, 'payment.disputed'),
    400,
    'VALIDATION_FAILED',
    '/data/dispute_id',
  ],
  [
    'an unknown provider',
    () => it.anyone.post('/api/payments/webhooks/paypal', webhook),
    404,
    'PROVIDER_UNKNOWN',
  ],
];

test.each(lines)('a webhook with %s is refused', refused);

test('none of this was stored, and nothing has changed', async () => {
  await it.platform.quiet();
  expect(await it.platform.count('payments', 'webhooks')).toBe(0);
  expect(await it.donor.call('pledges.get', { id: pledge_id })).toMatchObject({
    status: 'PENDING',
    version: 1,
  });
});

test('a webhook of an unknown type is accepted and stored, so that the provider stops repeating it', async () => {
  const { status } = await it.provider.deliver(JSON.stringify({ type: 'payout.created', data: [1, 2] }));
  expect(status).toBe(200);
  expect(await it.platform.count('payments', `webhooks where outcome = 'type_not_known'`)).toBe(1);
});

test('a webhook for an unknown payment is accepted and stored, so that the provider stops repeating it', async () => {
  const stray = { type: 'payment.captured', payment_id: world.newId() };
  expect((await it.provider.report(stray)).status).toBe(200);
  const { data } = await it.admin.call('payments.list_payment_webhooks', { id: stray.payment_id });
  expect(data).toMatchObject([{ outcome: 'payment_not_known', type: 'payment.captured' }]);
});

test('fields that the provider has added since are ignored', async () => {
  const body = {
    type: 'payment.captured',
    timestamp: world.now(),
    api_version: '2027-01-01',
    data: { payment_id, amount: 1000, currency: 'EUR', network: { name: 'visa' }, name: 'payment.refunded' },
  };
  expect((await it.provider.deliver(JSON.stringify(body))).status).toBe(200);
  await it.platform.quiet();
  const pledge = await it.donor.call('pledges.get', { id: pledge_id });
  expect(pledge).toMatchObject({ status: 'CAPTURED', captured_amount: 1000 });
});
