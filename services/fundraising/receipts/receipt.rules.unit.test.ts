import { callerOf } from '#test/callers';
import type { BuiltInRoleName } from '#contracts/identity/roles';
import { expect, test } from '@jest/globals';
import { dueFor, seenBy } from './receipt.rules.ts';
import { aKeptReceipt } from './receipt.fixture.ts';

const live = aKeptReceipt({ amount: 1000 });

test.each([
  ['nothing was kept, and nothing is', 0, null, null],
  ['the receipt says what is kept', 1000, live, null],
  ['money came in', 1000, null, { cancels: null, confirms_amount: 1000 }],
  ['some of it went back', 700, live, { cancels: live, confirms_amount: 700 }],
  ['all of it went back', 0, live, { cancels: live, confirms_amount: 0 }],
  ['some of it came again', 1500, live, { cancels: live, confirms_amount: 1500 }],
])('what is due when %s', (_when, kept_amount, receipt, due) => {
  expect(dueFor(kept_amount, receipt)).toEqual(due);
});

const by = (user_id: string, role?: BuiltInRoleName) => ({
  caller: callerOf(user_id, role),
  has_link: false,
});
const stranger = by('somebody else');
const receipt = aKeptReceipt();
const hidden = aKeptReceipt({ anonymous: true });

test.each([
  ['their donor', by(hidden.donor_id)],
  ['whoever has the link', { caller: undefined, has_link: true }],
  ['a stranger with the link', { ...stranger, has_link: true }],
  ['an admin', by('an admin', 'admin')],
])('all of a receipt is seen by %s', (_who, viewer) => {
  expect(seenBy(hidden, viewer)).toBe('all');
});

test('the organisation sees who gave, unless the donor wants to stay unknown', () => {
  expect(seenBy(receipt, by(receipt.organisation_id))).toBe('all');
  expect(seenBy(hidden, by(hidden.organisation_id))).toBe('without donor');
});

test('a stranger sees nothing', () => {
  expect(seenBy(receipt, stranger)).toBe('nothing');
  expect(seenBy(receipt, { caller: undefined, has_link: false })).toBe('nothing');
});
