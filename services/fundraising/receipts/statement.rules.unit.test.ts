import { expect, test } from '@jest/globals';
import { aKeptReceipt } from './receipt.fixture.ts';
import type { SeenReceipt } from './receipt.rules.ts';
import { groupsOf, sumsOf } from './statement.rules.ts';

const one = { organisation_id: 'one' };
const other = { organisation_id: 'other' };
const seen = (changes: Partial<SeenReceipt>): SeenReceipt => ({
  ...aKeptReceipt(),
  cancels_number: null,
  cancelled_by: null,
  cancelled_by_number: null,
  ...changes,
});

test('a year is summed up by organisation and currency, cancellations taken off', () => {
  const groups = groupsOf([
    seen({ ...one, amount: 1000 }),
    seen({ ...one, amount: 1000, kind: 'CANCELLATION', cancels_number: '2026-000017' }),
    seen({ ...one, amount: 700, organisation_name: 'Its new name' }),
    seen({ ...one, amount: 5, currency: 'JPY' }),
    seen({ ...other, amount: 20 }),
  ]);
  expect(groups).toMatchObject([
    {
      organisation_id: 'one',
      organisation_name: 'Its new name',
      currency: 'EUR',
      received_amount: 1700,
      cancelled_amount: 1000,
      total: 700,
    },
    { organisation_id: 'one', currency: 'JPY', received_amount: 5, cancelled_amount: 0, total: 5 },
    { organisation_id: 'other', currency: 'EUR', received_amount: 20, total: 20 },
  ]);
  expect(groups[0]!.receipts).toHaveLength(3);
  expect(sumsOf(groups)).toEqual([
    { currency: 'EUR', total: 720 },
    { currency: 'JPY', total: 5 },
  ]);
});

test('a receipt of an earlier year that was cancelled in this one leaves a sum below 0', () => {
  const [group] = groupsOf([seen({ amount: 300, kind: 'CANCELLATION' })]);
  expect(group).toMatchObject({ received_amount: 0, cancelled_amount: 300, total: -300 });
});

test('a year without receipts has no sums', () => {
  expect(groupsOf([])).toEqual([]);
  expect(sumsOf([])).toEqual([]);
});
