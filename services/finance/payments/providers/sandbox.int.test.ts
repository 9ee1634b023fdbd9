import type { Payment } from '#contracts';
import { codeOf } from '#lib/errors';
import { world } from '#lib/world';
import { startTestPlatform, type TestPlatform } from '#test/platform';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sandbox } from './sandbox.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform({ services: ['sandbox'] });
});
afterAll(() => platform?.stop());

const provider = sandbox([Buffer.from('a secret of the tests, 32 bytes.').toString('base64')]);
const service = () => platform.service('sandbox');

/** A payment as far as the sandbox is told of it. */
const aPayment = () =>
  ({
    id: world.newId(),
    purpose: { kind: 'pledge', id: world.newId() },
    amount: 1000,
    currency: 'EUR',
  }) as Payment;
const names = (reports: { name: string }[]) => reports.map(({ name }) => name);
const refusal = (work: Promise<unknown>) => work.then(() => undefined, codeOf);

test('a checkout is one, however often it is asked for', async () => {
  const payment = aPayment();
  const [first, again] = await Promise.all([
    provider.checkout(service(), payment),
    provider.checkout(service(), payment),
  ]);
  expect(again).toEqual(first);
  expect(first).toEqual({
    location: `${platform.url}/sandbox/payments/${payment.id}`,
    reference: null,
  });
});

test('a hold is captured, refunded up to what was captured, and all of it can be asked for again', async () => {
  const payment = aPayment();
  await provider.checkout(service(), payment);
  await platform.call('sandbox.authorize', { id: payment.id });
  const captured = ['payment.authorized', 'payment.captured', 'settlement.confirmed'];
  expect(names(await provider.capture(service(), payment))).toEqual(captured);
  expect(names(await provider.capture(service(), payment))).toEqual(captured);
  const refund = { refund_id: world.newId(), amount: 600 };
  const reports = await provider.refund(service(), payment, refund);
  expect(reports.at(-1)).toMatchObject({ name: 'payment.refunded', payment_id: payment.id, ...refund });
  expect(await provider.refund(service(), payment, refund)).toEqual(reports);
  expect(await provider.query(service(), payment)).toEqual(reports);
  const more = { refund_id: world.newId(), amount: 401 };
  expect(await refusal(provider.refund(service(), payment, more))).toBe('PROVIDER_REFUSED');
  expect(await refusal(provider.void(service(), payment))).toBe('PROVIDER_REFUSED');
});

test('a hold that is given up is void, once, and can not be captured', async () => {
  const payment = aPayment();
  await provider.checkout(service(), payment);
  await platform.call('sandbox.authorize', { id: payment.id });
  const voided = await provider.void(service(), payment);
  expect(voided.at(-1)).toMatchObject({ name: 'payment.voided', payment_id: payment.id, amount: 1000 });
  expect(await provider.void(service(), payment)).toEqual(voided);
  expect(await refusal(provider.capture(service(), payment))).toBe('PROVIDER_REFUSED');
});

test('a payment that nobody came to pay is closed before anyone does', async () => {
  const payment = aPayment();
  expect(await provider.query(service(), payment)).toEqual([]);
  expect(names(await provider.void(service(), payment))).toEqual(['payment.voided']);
  await provider.checkout(service(), payment);
  await platform.call('sandbox.pay', { id: payment.id });
  expect(names(await provider.query(service(), payment))).toEqual(['payment.voided']);
});

test('a payment that it does not know is neither captured nor refunded', async () => {
  const payment = aPayment();
  const refund = { refund_id: world.newId(), amount: 1 };
  expect(await refusal(provider.capture(service(), payment))).toBe('PROVIDER_REFUSED');
  expect(await refusal(provider.refund(service(), payment, refund))).toBe('PROVIDER_REFUSED');
});
