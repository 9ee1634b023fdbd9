// How a pledge ends, and who may end it: what is decided beside the facts of its payment.
import { callerOf } from '#test/callers';
import type { CampaignView } from '#contracts';
import { codeOf } from '#lib/errors';
import { world } from '#lib/world';
import type { CommandContext, AnyDecision } from '#mixins/actors/decision';
import { describe, expect, test } from '@jest/globals';
import * as money from './pledge-money.rules.ts';
import type { PledgeState } from './pledge-state.rules.ts';
import * as rules from './pledge.rules.ts';

const [key, campaign_id, owner_id, guest_id] = [0, 0, 0, 0].map(() => world.newId()) as [
  ...[string, string, string, string],
];
const nobody: CommandContext = { key, now: '2026-01-31T12:00:00.000Z', caller: undefined };
const by = (user_id: string, role?: 'admin'): CommandContext => ({
  ...nobody,
  caller: callerOf(user_id, role),
});
const campaign: CampaignView = {
  campaign_id,
  owner_id,
  currency: 'EUR',
  funding: 'flexible',
  status: 'PUBLISHED',
  cancelled_because: null,
  ends_at: null,
  payouts: 'open',
  version: 2,
};
const guest = { name: 'Greta', email: 'greta@example.org' };
const wish = { campaign_id, amount: 1000, currency: 'EUR', donor: guest };
const made = rules.create(undefined, { wish, campaign, guest_id, payment_provider: 'sandbox' }, nobody);
const pledge = made.state;

const told = ({ messages }: AnyDecision<PledgeState>) => messages.map(({ name }) => name);
const codeFrom = (decide: () => unknown) => {
  try {
    decide();
    return undefined;
  } catch (error) {
    return codeOf(error);
  }
};
const paid = { payment_id: world.newId(), purpose: { kind: 'pledge', id: key }, currency: 'EUR' } as const;
const capture = (from: PledgeState, amount = 1000) => money.capture(from, { ...paid, amount }, nobody);
const expired = rules.expire(pledge, undefined, nobody);
const conflict = capture(pledge, 900).state;

describe('a guest', () => {
  test('is his e-mail address, and is sent a link', () => {
    expect(pledge).toMatchObject({ donor_id: guest_id, donor: guest });
    expect(told(made)).toEqual(['pledge.created', 'pledge.guest_link_requested']);
  });

  test('is nobody without one, and nobody who is signed in', () => {
    const create = (context: CommandContext, guest_id: string | null) => () =>
      rules.create(undefined, { wish, campaign, guest_id, payment_provider: 'sandbox' }, context);
    expect(codeFrom(create(nobody, null))).toBe('SIGN_IN_REQUIRED');
    expect(codeFrom(create(by(owner_id), guest_id))).toBe('VALIDATION_FAILED');
  });

  test('edits his pledge by its link, and by nothing else', () => {
    const edit = (from: PledgeState, has_link: boolean) =>
      rules.update(from, { id: key, message: 'For Ida', anonymous: true, has_link }, nobody);
    expect(edit(pledge, true).state).toMatchObject({ message: 'For Ida', anonymous: true });
    expect(codeFrom(() => edit(pledge, false))).toBe('PLEDGE_NOT_FOUND');
    expect(codeFrom(() => edit({ ...pledge, guest_id: null }, true))).toBe('PLEDGE_NOT_FOUND');
  });
});

describe('when nobody has paid in time', () => {
  test('it expires, and that is told', () => {
    expect([expired.state.status, told(expired)]).toEqual(['EXPIRED', ['pledge.expired']]);
  });

  test('what was paid, or has expired before, stays as it is', () => {
    for (const { state } of [capture(pledge), expired])
      expect(rules.expire(state, undefined, nobody).state).toBe(state);
  });

  test('money that comes then is looked after, and nothing is told of it until it is known what becomes of it', () => {
    const late = capture(expired.state);
    expect(late.timers).toEqual([{ name: 'pledges.late_money', key, due_at: nobody.now, payload: {} }]);
    expect(told(late)).toEqual([]);
    expect(told(rules.settleLate(late.state, { is_open: true }, nobody))).toEqual([
      'pledge.reinstated',
      'pledge.captured',
    ]);
    expect(told(rules.settleLate(late.state, { is_open: false }, nobody))).toEqual([
      'pledge.cancelled',
      'pledge.refund_requested',
    ]);
  });

  test('where there is none, or it is settled, nothing is done', () => {
    for (const { state } of [expired, capture(pledge)])
      for (const is_open of [true, false])
        expect(rules.settleLate(state, { is_open }, nobody).state).toBe(state);
  });
});

describe('another amount', () => {
  test('that is accepted is told as money', () => {
    const accepted = rules.resolve(conflict, { accept: true, is_called_off: false }, nobody);
    expect(accepted.state).toMatchObject({ status: 'CAPTURED', resolution: 'accepted', refunds: [] });
    expect(accepted.messages).toMatchObject([{ name: 'pledge.captured', payload: { amount: 900 } }]);
  });

  test('that is not goes back, and so does what comes yet', () => {
    const refused = rules.resolve(conflict, { accept: false, is_called_off: false }, nobody);
    expect(refused.messages).toMatchObject([{ name: 'pledge.refund_requested', payload: { amount: 900 } }]);
    const more = money.settle(refused.state, { ...paid, amount: 1000 }, nobody);
    expect(more.state.refunds.map(({ amount }) => amount)).toEqual([900, 100]);
  });

  test('is settled once', () => {
    const { state } = rules.resolve(conflict, { accept: false, is_called_off: false }, nobody);
    expect(codeFrom(() => rules.resolve(state, { accept: true, is_called_off: false }, nobody))).toBe(
      'TRANSITION_NOT_ALLOWED',
    );
  });
});

test.each<[string, PledgeState, string, string[]]>([
  ['cancels what is open', pledge, 'CANCELLED', ['pledge.cancelled']],
  ['gives back what was captured', capture(pledge).state, 'CAPTURED', ['pledge.refund_requested']],
  ['ends what has expired', expired.state, 'CANCELLED', ['pledge.cancelled']],
])('a campaign that is called off %s', (_what, from, status, names) => {
  const withdrawn = rules.withdraw(from, undefined, nobody);
  expect([withdrawn.state.status, told(withdrawn)]).toEqual([status, names]);
});

test('a pledge that is given up, or paid, has no clock any more', () => {
  expect(capture(pledge).timers).toEqual([{ name: 'pledges.expiry', key, due_at: null, payload: {} }]);
  const { timers } = rules.cancel(pledge, { has_link: true }, nobody);
  expect(timers).toEqual([{ name: 'pledges.expiry', key, due_at: null, payload: {} }]);
});

describe('a refund', () => {
  const { state: captured } = capture(pledge);
  const ask = (from: PledgeState, amount?: number, context = by(owner_id)) =>
    money.askRefund(from, amount === undefined ? { campaign } : { campaign, amount }, context);

  test("is for the campaign's owner and admins", () => {
    expect(ask(captured, 1, by(world.newId(), 'admin')).state.refunds).toHaveLength(1);
    for (const context of [nobody, by(world.newId())])
      expect(codeFrom(() => ask(captured, 1, context))).toBe('PLEDGE_NOT_FOUND');
  });

  test('is of all that is left, unless less is asked for', () => {
    const first = ask(captured, 300);
    expect(first.messages).toMatchObject([{ payload: { amount: 300 } }]);
    const rest = ask({ ...first.state, version: 2 });
    expect(rest.messages).toMatchObject([{ payload: { amount: 700 } }]);
    expect(codeFrom(() => ask(rest.state))).toBe('NOTHING_TO_REFUND');
    expect(codeFrom(() => ask(first.state, 701))).toBe('REFUND_EXCEEDS_CAPTURED');
    expect(codeFrom(() => ask(first.state, 700))).toBeUndefined();
    expect(new Set(rest.state.refunds.map(({ refund_id }) => refund_id)).size).toBe(2);
  });

  test('is not of what is disputed', () => {
    const disputed = money.dispute(captured, { ...paid, amount: 400, dispute_id: 'd1' }, nobody).state;
    expect(ask(disputed).state.refunds).toMatchObject([{ amount: 600 }]);
  });

  test('is what its provider says of it: how much, and whether it came', () => {
    const { state } = ask(captured, 300);
    const refund_id = state.refunds[0]!.refund_id;
    const refunded = money.refund(state, { ...paid, amount: 290, refund_id }, nobody);
    expect(refunded.state.refunds).toEqual([{ refund_id, amount: 290, status: 'SUCCEEDED' }]);
    const failed = money.failRefund(refunded.state, { ...paid, amount: 290, refund_id }, nobody);
    expect(failed.state.refunds).toEqual([{ refund_id, amount: 290, status: 'FAILED' }]);
    expect(failed.messages).toMatchObject([{ name: 'pledge.refund_reversed', payload: { amount: 290 } }]);
  });
});

test('what is told has the figures that count, at the version that will be kept', () => {
  const { messages } = capture({ ...pledge, version: 1 });
  const figures = { captured_amount: 1000, refunded_amount: 0, charged_back_amount: 0, version: 2 };
  expect(messages).toMatchObject([{ name: 'pledge.captured', payload: { figures } }]);
  const none = { captured_amount: 0, version: conflict.version + 1 };
  expect(capture(pledge, 900).messages).toMatchObject([
    { name: 'pledge.conflicted', payload: { figures: none } },
  ]);
});
