import { SandboxWebhook, type SandboxPayment, type SandboxSending } from '#contracts';
import { codeOf } from '#lib/errors';
import { validator } from '#lib/validation';
import { addMs, world } from '#lib/world';
import { expect, test } from '@jest/globals';
import type { AnyDecision } from '#mixins/actors/decision';
import { abandon, behave, decline, open, pay, request, script } from './sandbox-payment.rules.ts';
import { reportOf, type Verb } from './sandbox-report.rules.ts';

const at = '2026-01-31T12:00:00.000Z';
const id = world.newId();
const context = { now: at, caller: undefined, key: id };
const wish = { id, amount: 1000, currency: 'EUR', description: 'Pledge 1' };
const payment = { ...open(undefined, wish, context).state, version: 1 };

/** The payment as it is saved after a decision. */
const saved = ({ state }: AnyDecision<SandboxPayment>): SandboxPayment => ({
  ...state,
  version: state.version + 1,
});
const sendingsOf = ({ messages }: AnyDecision<SandboxPayment>) =>
  messages.flatMap(({ payload }) => payload['sendings'] as SandboxSending[]);
const typesOf = (decision: AnyDecision<SandboxPayment>) =>
  sendingsOf(decision).map(({ webhook }) => webhook.type);
const scripted = (verb: Verb, which: object = {}, from = payment) =>
  script(verb)(from, { ...which, how: {} }, context);
const paid = saved(pay(payment, {}, context));
const asked = (verb: 'capture' | 'void' | 'refund', from: SandboxPayment, which: object = {}) =>
  request(from, { id, verb, ...which }, context);
const refusalOf = (work: () => unknown) => {
  try {
    work();
    return undefined;
  } catch (error) {
    return codeOf(error);
  }
};

test.each(Object.entries(reportOf) as [Verb, string][])(
  '%s is reported as %s, of the whole amount',
  (verb, type) => {
    const [sending] = sendingsOf(scripted(verb));
    expect(sending!.webhook).toMatchObject({
      type,
      timestamp: at,
      data: { payment_id: id, amount: 1000, currency: 'EUR' },
    });
    expect(() => validator(SandboxWebhook)(sending!.webhook)).not.toThrow();
  },
);

test('a script may choose the amount and the refund', () => {
  expect(scripted('capture', { amount: 7 }).state.reports[0]!.data.amount).toBe(7);
  expect(scripted('refund', { refund_id: 'r1' }).state.reports[0]!.data.refund_id).toBe('r1');
});

test('refunds and disputes get an id, each another one, and nothing else does', () => {
  const first = scripted('refund');
  const second = scripted('refund', {}, saved(first));
  const names = second.state.reports.map(({ data }) => data.refund_id);
  expect(new Set(names).size).toBe(2);
  expect(scripted('dispute').state.reports[0]!.data).toMatchObject({ dispute_id: expect.any(String) });
  const { data } = scripted('capture').state.reports[0]!;
  expect([data.refund_id, data.dispute_id]).toEqual([undefined, undefined]);
});

test('a win or a failure without an id is that of the last dispute or refund', () => {
  const disputed = saved(scripted('dispute', { amount: 300 }, paid));
  expect(disputed).toMatchObject({ status: 'DISPUTED', disputed_amount: 300 });
  const won = scripted('win', {}, disputed).state;
  expect(won).toMatchObject({ status: 'PAID', disputed_amount: 0 });
  expect(won.reports.at(-1)!.data).toEqual(disputed.reports.at(-1)!.data);
  const refunded = saved(scripted('refund', { amount: 400 }, paid));
  expect(refunded).toMatchObject({ status: 'PARTIALLY_REFUNDED', refunded_amount: 400 });
  expect(scripted('fail_refund', {}, refunded).state).toMatchObject({ status: 'PAID', refunded_amount: 0 });
});

test('scripts may report nonsense, which is published and recorded once', () => {
  const again = scripted('capture', { amount: 7 }, paid);
  expect(typesOf(again)).toEqual(['payment.captured']);
  expect(again.state).toMatchObject({ captured_amount: 1000, reports: paid.reports });
});

test('a payment is authorized, captured and settled, once', () => {
  const decision = pay(payment, {}, context);
  expect(typesOf(decision)).toEqual(['payment.authorized', 'payment.captured', 'settlement.confirmed']);
  expect(decision.state).toMatchObject({ status: 'PAID', captured_amount: 1000 });
  const again = pay(saved(decision), {}, context);
  expect([again.state, again.messages]).toEqual([saved(decision), []]);
});

test('a donor who is declined may try again; one who has paid can not be declined', () => {
  const declined = decline(payment, {}, context);
  expect([typesOf(declined), declined.state.status]).toEqual([['payment.failed'], 'DECLINED']);
  expect(decline(saved(declined), {}, context).messages).toEqual([]);
  expect(pay(saved(declined), {}, context).state.status).toBe('PAID');
  expect(decline(paid, {}, context).messages).toEqual([]);
});

test('a donor who leaves without paying may come back, and no webhook is sent', () => {
  const left = abandon(payment);
  expect([left.state.status, left.messages, left.timers]).toEqual(['ABANDONED', [], []]);
  expect(pay(saved(left), {}, context).state.status).toBe('PAID');
  expect(abandon(paid).state).toBe(paid);
});

test('each webhook is repeated as it is, in rounds, from the last to the first, as requested', () => {
  const types = ['settlement.confirmed', 'payment.captured', 'payment.authorized'];
  const decision = pay(payment, { duplicate: 2, reorder: true }, context);
  expect(typesOf(decision)).toEqual([...types, ...types]);
  expect(new Set(sendingsOf(decision).map(({ webhook_id }) => webhook_id)).size).toBe(3);
});

test('a delayed webhook is a timer and no message', () => {
  const { messages, timers } = pay(payment, { delay_ms: 5000 }, context);
  expect([messages, timers.map(({ due_at }) => due_at)]).toEqual([[], [addMs(at, 5000)]]);
});

test('a payment that reorders has every other lone webhook overtaken by the next', () => {
  const reordering = saved(behave({ ...payment, version: 0 }, { id, reorder: true }));
  const first = scripted('authorize', {}, reordering);
  expect([first.messages.length, first.timers.length]).toEqual([0, 1]);
  expect(typesOf(scripted('capture', {}, saved(first)))).toEqual(['payment.captured']);
});

test('a hold is captured or voided, once, and nothing else is', () => {
  const held = saved(scripted('authorize'));
  const captured = asked('capture', held);
  expect(typesOf(captured)).toEqual(['payment.captured', 'settlement.confirmed']);
  expect(asked('capture', saved(captured)).messages).toEqual([]);
  const voided = asked('void', held);
  expect([voided.state.status, voided.messages, voided.state.reports.at(-1)!.type]).toEqual([
    'VOIDED',
    [],
    'payment.voided',
  ]);
  expect(asked('void', saved(voided)).state).toEqual(saved(voided));
  expect(pay(saved(voided), {}, context).messages).toEqual([]);
  for (const [verb, from] of [
    ['capture', payment],
    ['capture', saved(voided)],
    ['void', paid],
  ] as const)
    expect(refusalOf(() => asked(verb, from))).toBe('PROVIDER_REFUSED');
});

test('a refund keeps its id, is made once, and never exceeds what is left', () => {
  const refunded = asked('refund', paid, { refund_id: 'r1', amount: 600 });
  expect(sendingsOf(refunded)[0]!.webhook.data).toMatchObject({ refund_id: 'r1', amount: 600 });
  const again = asked('refund', saved(refunded), { refund_id: 'r1', amount: 600 });
  expect([again.messages, again.state.refunded_amount]).toEqual([[], 600]);
  for (const from of [saved(refunded), payment])
    expect(refusalOf(() => asked('refund', from, { refund_id: 'r2', amount: 401 }))).toBe('PROVIDER_REFUSED');
  expect(asked('refund', saved(refunded), { refund_id: 'r2', amount: 400 }).state.status).toBe('REFUNDED');
});

test("refunds fail or wait for a script, by the payment's behaviour", () => {
  const behaving = (refunds: 'fail' | 'wait') => saved(behave(paid, { id, refunds }));
  const wanted = { refund_id: 'r1', amount: 600 };
  const failed = asked('refund', behaving('fail'), wanted);
  expect([typesOf(failed), failed.state.refunded_amount]).toEqual([['payment.refund_failed'], 0]);
  expect(asked('refund', behaving('wait'), wanted).messages).toEqual([]);
});
