import { oneOfEach, otherAmounts, permutations, rarer } from '#machines/facts.fixture';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { accounts, begin, play, type Happening } from './fundraising.ts';

const [authorize, capture, settle, fail] = oneOfEach;
const refund = { type: 'refund', refund_id: 'r1', amount: 300 } as const;
const dispute = { type: 'dispute', dispute_id: 'd1', amount: 400 } as const;
const seven: Happening[] = [authorize!, capture!, settle!, fail!, refund, dispute, { type: 'expire' }];

/** The part of the end that must not depend on the order. */
function endOf({ pledge, payment, total, balances, reserved }: ReturnType<typeof play>) {
  const { version: _, refunds: _refunds, facts: _facts, ...standing } = pledge;
  return { standing, payment: payment.status, total, balances, reserved };
}

describe('seven facts, expiry and a failure among them', () => {
  const expected = endOf(play([authorize!, capture!, settle!, refund, dispute]));

  test('in all 5,040 orders end in one pledge, one payment, one total and one ledger', () => {
    expect(expected.standing.status).toBe('CHARGED_BACK');
    for (const order of permutations(seven)) {
      const end = endOf(play(order));
      if (JSON.stringify(end) !== JSON.stringify(expected))
        expect({ order: order.map(({ type }) => type), end }).toEqual(expected);
    }
  });

  test('and their money is all accounted for', () => {
    expect(expected.balances).toEqual({
      [accounts.campaign]: 300,
      'bank:EUR': -1000,
      'provider:sandbox:EUR': 700,
    });
    expect(expected.reserved).toBe(0);
  });
});

const anything: Happening[] = [
  ...oneOfEach,
  ...rarer,
  ...otherAmounts,
  { type: 'cancel' },
  { type: 'expire' },
  { type: 'withdraw' },
  { type: 'ask_refund' },
  { type: 'ask_refund', amount: 300 },
  { type: 'pay_out', amount: 400 },
];
const happenings = fc.array(fc.constantFrom(...anything), { maxLength: 14 });
const settings = fc.record({
  isOpen: fc.boolean(),
  refunds: fc.constantFrom('succeed', 'fail', 'refuse' as const),
  seed: fc.nat(),
});

describe('whatever happens, in whatever order and however often', () => {
  test('all accounts sum to 0', () => {
    fc.assert(
      fc.property(happenings, settings, (story, setting) => {
        const { balances } = play(story, setting);
        expect(Object.values(balances).reduce((sum, balance) => sum + balance, 0)).toBe(0);
      }),
      { numRuns: 2000 },
    );
  });

  test('the campaign has what its totals show, less fees and payouts; the rest is with the payment', () => {
    fc.assert(
      fc.property(happenings, settings, (story, setting) => {
        const { balances, total, payment, paid_out, reserved } = play(story, setting);
        const counted = total.captured - total.refunded - total.charged_back;
        const taken = payment.captured_amount - payment.refunded_amount - payment.charged_back_amount;
        expect(balances[accounts.campaign] ?? 0).toBe(counted - payment.fee_amount - paid_out);
        expect(balances[accounts.payment] ?? 0).toBe(taken - counted);
        expect(reserved).toBe(0);
      }),
      { numRuns: 2000 },
    );
  });

  test('no more is refunded than was captured', () => {
    fc.assert(
      fc.property(happenings, settings, (story, setting) => {
        const { pledge } = play(story, setting);
        const asked = pledge.refunds
          .filter(({ status }) => status !== 'FAILED')
          .reduce((sum, { amount }) => sum + amount, 0);
        expect(asked).toBeLessThanOrEqual(pledge.captured_amount);
      }),
      { numRuns: 2000 },
    );
  });

  test('money of a cancelled pledge is refunded, if the provider permits', () => {
    fc.assert(
      fc.property(happenings, fc.boolean(), (story, isOpen) => {
        const { pledge } = play(story, { isOpen });
        const isLost = story.some(({ type }) => type === 'dispute' || type === 'fail_refund');
        if (pledge.status !== 'CANCELLED' || isLost) return;
        expect(pledge.refunded_amount).toBeGreaterThanOrEqual(pledge.captured_amount);
      }),
      { numRuns: 2000 },
    );
  });
});

test('an expired pledge whose money comes late is reinstated while its campaign is open', () => {
  const { pledge, total } = play([{ type: 'expire' }, capture!]);
  expect(pledge.status).toBe('CAPTURED');
  expect(total.captured).toBe(1000);
});

test('else its money is refunded', () => {
  const { pledge, total, balances } = play([{ type: 'expire' }, capture!], { isOpen: false });
  expect(pledge).toMatchObject({ status: 'CANCELLED', captured_amount: 1000, refunded_amount: 1000 });
  expect([total.captured, balances]).toEqual([0, {}]);
});

test('after a cancel, a capture is refunded; after a capture, a cancel is refused', () => {
  expect(play([{ type: 'cancel' }, capture!]).pledge).toMatchObject({
    status: 'CANCELLED',
    refunded_amount: 1000,
  });
  expect(play([capture!, { type: 'cancel' }]).pledge).toMatchObject({
    status: 'CAPTURED',
    refunded_amount: 0,
  });
});

test('what counts after all while its refund is under way is reserved for it: the rest alone is paid out', () => {
  const story = begin({ refunds: 'wait' });
  story.happen({ type: 'capture', amount: 900 });
  story.happen({ type: 'ask_refund' });
  story.happen({ type: 'capture', amount: 1000 });
  expect(story.happen({ type: 'pay_out', amount: 101 })).toBe('refused');
  expect(story.happen({ type: 'pay_out', amount: 100 })).toBe('done');
});

test('a refund that its provider refuses leaves the money with the campaign, and can be requested again', () => {
  const { pledge, balances, reserved } = play([capture!, { type: 'ask_refund' }, { type: 'ask_refund' }], {
    refunds: 'refuse',
  });
  expect(pledge.refunds.map(({ status }) => status)).toEqual(['FAILED', 'FAILED']);
  expect([balances[accounts.campaign], reserved]).toEqual([1000, 0]);
});

describe('where the provider moves nothing by itself', () => {
  const asked = anything.filter(({ type }) => !['refund', 'fail_refund', 'dispute', 'win'].includes(type));
  const ours = fc.array(fc.constantFrom(...asked), { maxLength: 14 });

  test('what refunds have reserved is there when they are paid: the campaign owes nothing', () => {
    const spending = fc.constantFrom<Happening>(
      ...([300, 400, 500] as const).map((amount) => ({ type: 'ask_refund', amount }) as const),
      ...([100, 300] as const).map((amount) => ({ type: 'pay_out', amount }) as const),
    );
    fc.assert(
      fc.property(fc.array(spending, { maxLength: 14 }), settings, (story, setting) => {
        expect(play([capture!, ...story], setting).balances[accounts.campaign] ?? 0).toBeGreaterThanOrEqual(
          0,
        );
      }),
      { numRuns: 3000 },
    );
  });

  test('no refund fails while the campaign has the money, in whatever order messages arrive', () => {
    fc.assert(
      fc.property(ours, settings, (story, setting) => {
        const { pledge } = play(
          story.filter(({ type }) => type !== 'pay_out'),
          { ...setting, refunds: 'succeed' },
        );
        expect(pledge.refunds.map(({ status }) => status)).not.toContain('FAILED');
      }),
      { numRuns: 3000 },
    );
  });
});

test('nothing stays with a cancelled campaign, whatever comes before and after', () => {
  const reported = anything.filter(({ type }) => type !== 'fail_refund' && type !== 'refund');
  const some = fc.array(fc.constantFrom(...reported), { maxLength: 8 });
  fc.assert(
    fc.property(some, some, fc.nat(), (before, after, seed) => {
      const story: Happening[] = [...before, { type: 'withdraw' }, ...after];
      const { pledge } = play(
        story.filter(({ type }) => type !== 'pay_out'),
        { isOpen: false, seed },
      );
      const { captured_amount, refunded_amount, charged_back_amount } = pledge;
      expect(captured_amount - refunded_amount - charged_back_amount).toBeLessThanOrEqual(0);
    }),
    { numRuns: 3000 },
  );
});

describe('as reported of other systems', () => {
  const has = (...story: Happening[]) => play(story).balances[accounts.campaign] ?? 0;

  test('nothing is refunded of what a dispute has taken: it would be gone twice', () => {
    const { pledge } = play([
      capture!,
      { type: 'dispute', dispute_id: 'd1', amount: 1000 },
      { type: 'ask_refund' },
    ]);
    expect([pledge.refunds, pledge.refunded_amount]).toEqual([[], 0]);
  });

  test('a bank may take more than was paid, where exchange rates moved: it is gone all the same', () => {
    const dispute = { type: 'dispute', dispute_id: 'd1', amount: 1050 } as const;
    expect(has(capture!, dispute)).toBe(-50);
    expect(has(capture!, dispute, { type: 'win', dispute_id: 'd1', amount: 1050 })).toBe(1000);
  });

  test('after a dispute was won, a refund takes all that it says', () => {
    const { pledge, balances } = play([
      capture!,
      { type: 'dispute', dispute_id: 'd1', amount: 1000 },
      { type: 'win', dispute_id: 'd1', amount: 1000 },
      { type: 'ask_refund' },
    ]);
    expect([pledge.status, balances[accounts.campaign] ?? 0]).toEqual(['REFUNDED', 0]);
  });

  test('money that was withdrawn for a dispute and given back is counted once, whichever is told first', () => {
    const dispute = { type: 'dispute', dispute_id: 'd1', amount: 1000 } as const;
    const win = { type: 'win', dispute_id: 'd1', amount: 1000 } as const;
    for (const order of permutations([capture!, dispute, win, win])) expect(has(...order)).toBe(1000);
  });
});
