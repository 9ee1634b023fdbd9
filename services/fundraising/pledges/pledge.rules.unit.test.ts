import type { BuiltInRoleName } from '#contracts/identity/roles';
import { callerOf } from '#test/callers';
import type { CampaignView } from '#contracts';
import { codeOf } from '#lib/errors';
import { world } from '#lib/world';
import { oneOfEach, permutations, rarer, twoSchedules } from '#machines/facts.fixture';
import type { CommandContext, AnyDecision } from '#mixins/actors/decision';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import * as money from './pledge-money.rules.ts';
import type { PledgeState } from './pledge-state.rules.ts';
import * as rules from './pledge.rules.ts';

const [key, campaign_id, donor_id, payment_id] = Array.from({ length: 4 }, world.newId) as [
  string,
  string,
  string,
  string,
];
const by = (user_id: string, role?: BuiltInRoleName): CommandContext => ({
  key,
  now: '2026-01-31T12:00:00.000Z',
  caller: callerOf(user_id, role),
});
const donor = by(donor_id);
const wish = { campaign_id, amount: 1000, currency: 'EUR' };
const campaign: CampaignView = {
  campaign_id,
  owner_id: world.newId(),
  currency: 'EUR',
  funding: 'flexible',
  status: 'PUBLISHED',
  cancelled_because: null,
  ends_at: null,
  payouts: 'open',
  version: 2,
};
const create = (changes: Partial<CampaignView> = {}, wanted = wish, payment_provider = 'sandbox') =>
  rules.create(
    undefined,
    { wish: wanted, campaign: { ...campaign, ...changes }, guest_id: null, payment_provider },
    donor,
  );
const fresh = create().state;
const noLink = { has_link: false };
const purpose = { kind: 'pledge', id: key } as const;

/** A fact of the provider's, as the pledge hears it. */
const reports = [...oneOfEach, ...rarer].map((fact) => {
  const ids = { refund_id: '', dispute_id: '', ...fact };
  const message = { payment_id, purpose, amount: 1000, currency: 'EUR', ...ids };
  return { type: fact.type, apply: (pledge: PledgeState) => ruleOf[fact.type](pledge, message, donor) };
});
type Reported = (typeof reports)[number];
const facts = (...types: Reported['type'][]) =>
  types.map((type) => reports.find((report) => report.type === type)!);
const ruleOf = {
  authorize: money.authorize,
  capture: money.capture,
  settle: money.settle,
  fail: money.fails,
  void: money.voids,
  refund: money.refund,
  fail_refund: money.failRefund,
  dispute: money.dispute,
  win: money.win,
};

interface Story {
  pledge: PledgeState;
  published: AnyDecision<PledgeState>['messages'];
}

/** What becomes of a pledge that hears these one after another, and all that is told of it. */
const apply = (reports: Reported[], pledge = fresh): Story =>
  reports.reduce<Story>(
    ({ pledge, published }, { apply }) => {
      const { state, messages } = apply(pledge);
      return { pledge: state, published: [...published, ...messages] };
    },
    { pledge, published: [] },
  );

/** What the totals make of what was told: captured - refunded - charged back + reversed. */
const totalOf = ({ published }: Story) =>
  published.reduce(
    (total, { name, payload }) => total + (signs[name] ?? 0) * (payload['amount'] as number),
    0,
  );
const signs: Record<string, number> = {
  'pledge.captured': 1,
  'pledge.refunded': -1,
  'pledge.refund_reversed': 1,
  'pledge.charged_back': -1,
  'pledge.chargeback_reversed': 1,
};
const moneyOf = ({ captured_amount, refunded_amount, charged_back_amount }: PledgeState) =>
  captured_amount - refunded_amount - charged_back_amount;

describe('whatever a provider reports', () => {
  test('in all 40,320 orders, it ends in one pledge and one total', () => {
    const common = reports.slice(0, oneOfEach.length);
    const expected = apply(common);
    expect(expected.pledge.status).toBe('PARTIALLY_REFUNDED');
    for (const order of permutations(common)) {
      const story = apply(order);
      const { status } = story.pledge;
      if (status !== expected.pledge.status || totalOf(story) !== 500)
        expect({ order: order.map(({ type }) => type), status, total: totalOf(story) }).toBe(expected);
    }
  });

  test('some of it, in any order and some of it twice, it ends in one pledge and one total', () => {
    fc.assert(
      fc.property(twoSchedules(reports), ([once, again]) => {
        const [expected, found] = [apply(once), apply(again)];
        expect(found.pledge).toEqual(expected.pledge);
        expect(totalOf(found)).toBe(totalOf(expected));
        expect(totalOf(found)).toBe(moneyOf(found.pledge));
      }),
      { numRuns: 500 },
    );
  });

  test('what is known already changes nothing and is told to nobody', () => {
    fc.assert(
      fc.property(twoSchedules(reports), ([once]) => {
        const { pledge } = apply(once);
        for (const { apply } of once) {
          const { state, messages } = apply(pledge);
          expect(state).toBe(pledge);
          expect(messages).toEqual([]);
        }
      }),
    );
  });
});

/** Pledges whose money nobody expected: what comes is recorded, and counts for no campaign. */
const uncounted: [string, PledgeState][] = [
  ['CONFLICTED', { ...fresh, amount: 999 }],
  ['CANCELLED', rules.cancel(fresh, noLink, donor).state],
  ['EXPIRED', { ...fresh, status: 'EXPIRED' }],
];

test.each(uncounted)('money of a pledge that is %s is recorded, and never counted', (status, pledge) => {
  fc.assert(
    fc.property(twoSchedules(reports), ([once, again]) => {
      const [expected, found] = [apply(once, pledge), apply(again, pledge)];
      // How much of it was left to send back when it came is a matter of order.
      expect({ ...found.pledge, refunds: [] }).toEqual({ ...expected.pledge, refunds: [] });
      expect(totalOf(found)).toBe(0);
      const isTaken = once.some(({ type }) => type === 'capture' || type === 'settle');
      expect(found.pledge.captured_amount).toBe(isTaken ? 1000 : 0);
      if (isTaken) expect(found.pledge.status).toBe(status);
    }),
  );
});

test.each<[Reported['type'][], string, string[]]>([
  [['authorize'], 'AUTHORIZED', ['pledge.authorized']],
  [['fail'], 'FAILED', ['pledge.failed']],
  [['fail', 'capture'], 'CAPTURED', ['pledge.failed', 'pledge.captured']],
  [['capture', 'authorize'], 'CAPTURED', ['pledge.captured']],
  [['settle'], 'COMPLETED', ['pledge.completed', 'pledge.captured']],
  [['refund'], 'PENDING', []],
  [['refund', 'capture'], 'PARTIALLY_REFUNDED', ['pledge.captured', 'pledge.refunded']],
  [['capture', 'dispute'], 'CHARGED_BACK', ['pledge.captured', 'pledge.charged_back']],
  [
    ['capture', 'dispute', 'win'],
    'CHARGEBACK_REVERSED',
    ['pledge.captured', 'pledge.charged_back', 'pledge.chargeback_reversed'],
  ],
])('%j: it is %s', (types, status, names) => {
  const { pledge, published } = apply(facts(...types));
  expect(pledge.status).toBe(status);
  expect(published.map(({ name }) => name)).toEqual(names);
});

test('another amount than was pledged is told as a conflict, and not as money', () => {
  const { pledge, published } = apply(facts('capture', 'settle'), { ...fresh, amount: 1001 });
  expect(pledge).toMatchObject({ status: 'CONFLICTED', captured_amount: 1000 });
  expect(published.map(({ name }) => name)).toEqual(['pledge.conflicted']);
});

test('a refund of more than was captured leaves it REFUNDED', () => {
  const { pledge } = apply(facts('capture'));
  const refund = { payment_id, purpose, amount: 1500, currency: 'EUR', refund_id: 'r9' };
  expect(money.refund(pledge, refund, donor).state).toMatchObject({
    status: 'REFUNDED',
    refunded_amount: 1500,
  });
});

describe('to pledge', () => {
  test('promises the amount for 30 minutes', () => {
    const { state, messages, timers } = create();
    expect(state).toMatchObject({ id: key, donor_id, amount: 1000, status: 'PENDING', captured_amount: 0 });
    expect(state.expires_at).toBe('2026-01-31T12:30:00.000Z');
    const figures = { captured_amount: 0, refunded_amount: 0, charged_back_amount: 0, version: 1 };
    const payload = { pledge_id: key, campaign_id, donor_id, amount: 1000, currency: 'EUR', figures };
    expect(messages).toEqual([{ name: 'pledge.created', payload }]);
    expect(timers).toEqual([{ name: 'pledges.expiry', key, due_at: state.expires_at, payload: {} }]);
  });

  test.each<[string, Partial<CampaignView>]>([
    ['is a draft of their own', { status: 'DRAFT', owner_id: donor_id }],
    ['is closed', { status: 'CLOSED' }],
    ['has ended', { ends_at: '2026-01-31T11:59:59.999Z' }],
    ['ends now', { ends_at: '2026-01-31T12:00:00.000Z' }],
  ])('is refused when the campaign %s', (_what, changes) => {
    expect(codeFrom(() => create(changes))).toBe('CAMPAIGN_NOT_OPEN');
  });

  test("is refused for somebody else's draft as if there were none", () => {
    expect(codeFrom(() => create({ status: 'DRAFT' }))).toBe('CAMPAIGN_NOT_FOUND');
  });

  test('is possible until the campaign ends', () => {
    expect(create({ ends_at: '2026-01-31T12:00:00.001Z' }).state.status).toBe('PENDING');
  });

  test("is refused in another currency than the campaign's", () => {
    expect(codeFrom(() => create({}, { ...wish, currency: 'USD' }))).toBe('CURRENCY_MISMATCH');
  });
});

describe('to cancel', () => {
  test.each([
    ['its donor', donor],
    ['an admin', by(world.newId(), 'admin')],
  ])('is for %s', (_who, context) => {
    const { state, messages } = rules.cancel(fresh, noLink, context);
    expect(state.status).toBe('CANCELLED');
    expect(messages.map(({ name }) => name)).toEqual(['pledge.cancelled']);
  });

  test.each([
    ['a stranger', by(world.newId())],
    ["the campaign's owner", by(campaign.owner_id)],
    ['nobody', { ...donor, caller: undefined }],
  ])('is not for %s: to them it does not exist', (_who, context) => {
    expect(codeFrom(() => rules.cancel(fresh, noLink, context))).toBe('PLEDGE_NOT_FOUND');
  });

  test('is possible while the money is only held', () => {
    expect(rules.cancel(apply(facts('authorize')).pledge, noLink, donor).state.status).toBe('CANCELLED');
  });

  test.each<[Reported['type'][], string]>([
    [['capture'], 'PLEDGE_ALREADY_CAPTURED'],
    [['settle'], 'PLEDGE_ALREADY_CAPTURED'],
    [['capture', 'refund'], 'PLEDGE_ALREADY_CAPTURED'],
    [['fail'], 'TRANSITION_NOT_ALLOWED'],
  ])('is refused after %j', (types, code) => {
    expect(codeFrom(() => rules.cancel(apply(facts(...types)).pledge, noLink, donor))).toBe(code);
  });

  test('is refused when it was cancelled before', () => {
    const { state } = rules.cancel(fresh, noLink, donor);
    expect(codeFrom(() => rules.cancel(state, noLink, donor))).toBe('TRANSITION_NOT_ALLOWED');
  });
});

function codeFrom(decide: () => unknown): string | undefined {
  try {
    decide();
    return undefined;
  } catch (error) {
    return codeOf(error);
  }
}
