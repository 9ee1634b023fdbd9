import { noFigures } from '#test/fundraising';
import { codeOf } from '#lib/errors';
import { world } from '#lib/world';
import { aCaller } from '#test/callers';
import { delivery, startTestPlatform, type TestPlatform } from '#test/platform';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { paymentIdOf } from './payment.rules.ts';
import { moneyInItsCurrency } from './webhook.invariants.ts';

const secretOf = (text: string) => Buffer.from(text).toString('base64');
const [next, current, retired] = [
  'the one that comes after it, 32.',
  'the one that is in use now, 32b.',
  'the one that was retired, 32 b.',
].map(secretOf) as [string, string, string];

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform({
    services: ['campaigns', 'payments', 'pledges', 'sandbox', 'totals'],
    settings: { sandbox_webhook_secrets: [next, current] },
  });
});
afterAll(() => platform?.stop());

const admin = { caller: aCaller('admin') };
const amount = { amount: 1000, currency: 'EUR' };

/** Sends a webhook as the gateway hands it on; the answer's code, or `ok`. */
function report(type: string, data: object, { secret = current, webhook_id = world.newId() } = {}) {
  const now_ms = world.nowMs();
  const body = JSON.stringify({ type, timestamp: world.now(), data: { ...amount, ...data } });
  const headers = {
    'webhook-id': webhook_id,
    'webhook-timestamp': String(Math.floor(now_ms / 1000)),
    'webhook-signature': new Webhook(secret).sign(webhook_id, new Date(now_ms), body),
  };
  return platform
    .call('payments.receive_webhook', { provider: 'sandbox', headers, body })
    .then(() => 'ok', codeOf);
}

const pledged = (pledge_id: string) =>
  platform.deliver('payments', [
    delivery('pledge.created', pledge_id, {
      pledge_id,
      campaign_id: world.newId(),
      donor_id: world.newId(),
      ...amount,
      figures: noFigures,
    }),
  ]);

async function aPayment() {
  const pledge_id = world.newId();
  await pledged(pledge_id);
  return paymentIdOf({ kind: 'pledge', id: pledge_id });
}

const outcomesOf = async (id: string) =>
  (await platform.call('payments.list_payment_webhooks', { id }, admin)).data.map(({ type, outcome }) => [
    type,
    outcome,
  ]);

test('what became of a webhook is not rewritten by another under its id', async () => {
  const payment_id = await aPayment();
  const webhook_id = world.newId();
  await report('payment.captured', { payment_id }, { webhook_id });
  expect(await report('payment.thought_about', {}, { webhook_id })).toBe('ok');
  expect(await outcomesOf(payment_id)).toEqual([['payment.captured', 'applied']]);
});

test.each([
  ['a type that no text can hold', 'payment.\0', {}],
  ['a type of surrogates', 'payment.\ud800', {}],
  ['no type', '', {}],
])('a signed body with %s is refused', async (_what, type, data) => {
  expect(await report(type, data)).toBe('VALIDATION_FAILED');
});

test('a refund may not be called as no text can hold', async () => {
  const payment_id = await aPayment();
  expect(await report('payment.refunded', { payment_id, refund_id: 'r\0' })).toBe('VALIDATION_FAILED');
});

test('each webhook is kept as it came, with what became of it', async () => {
  const payment_id = await aPayment();
  await report('payment.captured', { payment_id });
  await report('payment.authorized', { payment_id });
  await report('payment.captured', { payment_id });
  await report('settlement.confirmed', { payment_id, currency: 'USD' });
  await report('payment.refunded', { payment_id, refund_id: 'r1', amount: 300 });
  expect(await outcomesOf(payment_id)).toEqual([
    ['payment.captured', 'applied'],
    ['payment.authorized', 'applied'],
    ['payment.captured', 'already_known'],
    ['settlement.confirmed', 'other_currency'],
    ['payment.refunded', 'applied'],
  ]);
  const { data } = await platform.call('payments.list_payment_webhooks', { id: payment_id }, admin);
  expect(JSON.parse(data[4]!.body)).toMatchObject({ data: { refund_id: 'r1', amount: 300 } });
});

test('the same webhook again, also at the same moment, is acknowledged and kept once', async () => {
  const payment_id = await aPayment();
  const webhook_id = world.newId();
  const again = () => report('payment.captured', { payment_id }, { webhook_id });
  expect(await Promise.all([again(), again(), again()])).toEqual(['ok', 'ok', 'ok']);
  expect(await again()).toBe('ok');
  expect(await outcomesOf(payment_id)).toEqual([['payment.captured', 'applied']]);
});

test('a webhook id that comes again with other content, or about another payment, is a webhook of its own', async () => {
  const [payment_id, other_id] = [await aPayment(), await aPayment()];
  const webhook_id = world.newId();
  const refunded = (refund_id: string, payment = payment_id) =>
    report('payment.refunded', { payment_id: payment, refund_id, amount: 300 }, { webhook_id });
  await report('payment.captured', { payment_id }, { webhook_id });
  await report('payment.captured', { payment_id: other_id }, { webhook_id });
  for (const refund_id of ['r1', 'r2', 'r1']) expect(await refunded(refund_id)).toBe('ok');
  expect(await outcomesOf(payment_id)).toEqual([
    ['payment.captured', 'applied'],
    ['payment.refunded', 'applied'],
    ['payment.refunded', 'applied'],
  ]);
  expect(await outcomesOf(other_id)).toEqual([['payment.captured', 'applied']]);
});

test('one about a payment of another installation is acknowledged and kept, and can be resent', async () => {
  const pledge_id = world.newId();
  const payment_id = paymentIdOf({ kind: 'pledge', id: pledge_id });
  expect(await report('payment.captured', { payment_id })).toBe('ok');
  const { data: kept } = await platform.call('payments.list_payment_webhooks', { id: payment_id }, admin);
  expect(kept).toMatchObject([{ type: 'payment.captured', outcome: 'payment_not_known' }]);
  const resend = () => platform.call('payments.resend_webhook', { id: kept[0]!.id }, admin);
  expect(await resend().then(() => 'ok', codeOf)).toBe('PAYMENT_NOT_FOUND');
  await pledged(pledge_id);
  expect(await resend()).toMatchObject({ id: kept[0]!.id, outcome: 'applied' });
  const { data } = await platform.call('payments.list', { purpose_id: pledge_id }, admin);
  expect(data).toMatchObject([{ status: 'CAPTURED', captured_amount: 1000 }]);
});

test('money in another currency is found by the invariants, and told in the log', async () => {
  const warnings: string[] = [];
  const { logger } = platform.service('payments');
  const warn = logger.warn.bind(logger);
  logger.warn = (...said) => void warnings.push(said.join(' '));
  const payment_id = await aPayment();
  const webhook_id = world.newId();
  await report('payment.captured', { payment_id, currency: 'USD' }, { webhook_id });
  logger.warn = warn;
  expect(warnings.filter((said) => said.includes(payment_id))).toEqual([
    `sandbox reports payment.captured of 1000 USD for payment ${payment_id}, which is in EUR`,
  ]);
  const [row] = (await platform.call('payments.list_payment_webhooks', { id: payment_id }, admin)).data;
  const { violations } = await moneyInItsCurrency(platform.service('payments'), null);
  const found = `payment.captured ${webhook_id} of payment ${payment_id} is in another currency than its EUR, and counts nowhere: give the money back at sandbox`;
  expect(violations).toContainEqual({ key: row!.id, found });
});

test('one of a type that is not known is acknowledged and kept, with whatever it carries', async () => {
  const webhook_id = world.newId();
  expect(await report('payout.created', { what: 'ever' }, { webhook_id })).toBe('ok');
  const kept = `webhooks where webhook_id = $1 and outcome = 'type_not_known' and payment_id is null`;
  expect(await platform.count('payments', kept, webhook_id)).toBe(1);
});

test('while a secret is changed both sign; one that was retired does not', async () => {
  const payment_id = await aPayment();
  expect(await report('payment.authorized', { payment_id }, { secret: current })).toBe('ok');
  expect(await report('payment.captured', { payment_id }, { secret: next })).toBe('ok');
  expect(await report('settlement.confirmed', { payment_id }, { secret: retired })).toBe(
    'WEBHOOK_SIGNATURE_INVALID',
  );
});

test('a pledge told twice has one payment', async () => {
  const pledge_id = world.newId();
  await Promise.all([pledged(pledge_id), pledged(pledge_id)]);
  expect((await platform.call('payments.list', { purpose_id: pledge_id }, admin)).data).toHaveLength(1);
});
