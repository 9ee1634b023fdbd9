import { SandboxWebhook } from '#contracts';
import { validator } from '#lib/validation';
import { world } from '#lib/world';
import { expect, test } from '@jest/globals';
import { reports, webhookFor, type Verb } from './sandbox-payment.ts';

const at = '2026-01-31T12:00:00.000Z';
const payment = { id: world.newId(), amount: 1000, currency: 'EUR', created_at: at };

test.each(Object.entries(reports) as [Verb, string][])(
  '%s is reported as %s, of the whole amount',
  (verb, type) => {
    const webhook = webhookFor(payment, verb, { fact_id: 'f1', at });
    expect(webhook).toMatchObject({
      type,
      timestamp: at,
      data: { payment_id: payment.id, amount: 1000, currency: 'EUR' },
    });
    expect(() => validator(SandboxWebhook)(webhook)).not.toThrow();
  },
);

test('a script may say how much', () => {
  expect(webhookFor(payment, 'capture', { amount: 7, fact_id: 'f1', at }).data.amount).toBe(7);
});

test('refunds and disputes are named, and nothing else is', () => {
  const namesOf = (verb: Verb) => {
    const { refund_id, dispute_id } = webhookFor(payment, verb, { fact_id: 'f1', at }).data;
    return [refund_id, dispute_id];
  };
  expect(namesOf('refund')).toEqual(['f1', undefined]);
  expect(namesOf('dispute')).toEqual([undefined, 'f1']);
  expect(namesOf('capture')).toEqual([undefined, undefined]);
});
