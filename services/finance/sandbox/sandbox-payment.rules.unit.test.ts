import { SandboxWebhook, type SandboxPayment, type SandboxSending } from '#contracts';
import { validator } from '#lib/validation';
import { addMs, world } from '#lib/world';
import type { AnyDecision } from '#mixins/actors/decision';
import { given } from '#test/rules/given';
import { expect, test } from '@jest/globals';
import { abandon, behave, decline, open, pay, request, script, type How } from './sandbox-payment.rules.ts';
import { reportOf, type Verb } from './sandbox-report.rules.ts';

const at = '2026-01-31T12:00:00.000Z';
const id = world.newId();
const context = { now: at, caller: undefined, key: id };
const wish = { id, amount: 1000, currency: 'EUR', description: 'Pledge 1' };
const payment = { ...open(undefined, wish, context).state, version: 1 };

/** The payment as it is saved after a decision. */
const saved = ({ state }: { state: SandboxPayment }): SandboxPayment => ({
  ...state,
  version: state.version + 1,
});
const sendingsOf = ({ decision }: { decision: AnyDecision<SandboxPayment> }) =>
  decision.messages.flatMap(({ payload }) => payload['sendings'] as SandboxSending[]);
const typesOf = (then: { decision: AnyDecision<SandboxPayment> }) =>
  sendingsOf(then).map(({ webhook }) => webhook.type);
const scripted = (verb: Verb, which: object = {}, from = payment) =>
  given(from).when(script(verb), { ...which, how: {} }, context);
const paying = (from: SandboxPayment, how: How = {}) => given(from).when(pay, how, context);
const declining = (from: SandboxPayment) => given(from).when(decline, {}, context);
const paid = saved(paying(payment));
const asked = (verb: 'capture' | 'void' | 'refund', from: SandboxPayment, which: object = {}) =>
  given(from).when(request, { id, verb, ...which }, context);

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
  const won = scripted('win', {}, disputed).thenBecomes({ status: 'PAID', disputed_amount: 0 });
  expect(won.state.reports.at(-1)!.data).toEqual(disputed.reports.at(-1)!.data);
  const refunded = saved(scripted('refund', { amount: 400 }, paid));
  expect(refunded).toMatchObject({ status: 'PARTIALLY_REFUNDED', refunded_amount: 400 });
  scripted('fail_refund', {}, refunded).thenBecomes({ status: 'PAID', refunded_amount: 0 });
});

test('scripts may report nonsense, which is published and recorded once', () => {
  const again = scripted('capture', { amount: 7 }, paid);
  expect(typesOf(again)).toEqual(['payment.captured']);
  again.thenBecomes({ captured_amount: 1000 });
});

test('who pays is authorized, captured and settled, once', () => {
  const first = paying(payment).thenBecomes({ status: 'PAID', captured_amount: 1000 });
  expect(typesOf(first)).toEqual(['payment.authorized', 'payment.captured', 'settlement.confirmed']);
  paying(saved(first)).thenNothingChanges();
});

test('who is declined may try again, and who has paid can not be declined', () => {
  const declined = declining(payment).thenBecomes({ status: 'DECLINED' });
  expect(typesOf(declined)).toEqual(['payment.failed']);
  declining(saved(declined)).thenNothingChanges();
  paying(saved(declined)).thenBecomes({ status: 'PAID' });
  declining(paid).thenNothingChanges();
});

test('who leaves without paying may come back, and nobody hears of it', () => {
  const left = given(payment).when(abandon);
  left.thenBecomes({ status: 'ABANDONED' }).thenPublishesNothing().thenSchedulesNothing();
  paying(saved(left)).thenBecomes({ status: 'PAID' });
  given(paid).when(abandon).thenNothingChanges();
});

test('each webhook is repeated as it is, in rounds, from the last to the first, as requested', () => {
  const types = ['settlement.confirmed', 'payment.captured', 'payment.authorized'];
  const repeated = paying(payment, { duplicate: 2, reorder: true });
  expect(typesOf(repeated)).toEqual([...types, ...types]);
  expect(new Set(sendingsOf(repeated).map(({ webhook_id }) => webhook_id)).size).toBe(3);
});

test('what is to be late is a deadline and no message', () => {
  paying(payment, { delay_ms: 5000 })
    .thenPublishesNothing()
    .thenSchedules('sandbox.send_webhooks', `${id} 1`, addMs(at, 5000));
});

test('a payment that was told to reorder has every other lone webhook overtaken by the next', () => {
  const told = saved(given({ ...payment, version: 0 }).when(behave, { id, reorder: true }));
  const first = scripted('authorize', {}, told)
    .thenPublishesNothing()
    .thenSchedules('sandbox.send_webhooks', `${id} 1`, addMs(at, 1000));
  expect(typesOf(scripted('capture', {}, saved(first)))).toEqual(['payment.captured']);
});

test('a hold is captured or voided, once, and nothing else is', () => {
  const held = saved(scripted('authorize'));
  const captured = asked('capture', held);
  expect(typesOf(captured)).toEqual(['payment.captured', 'settlement.confirmed']);
  asked('capture', saved(captured)).thenNothingChanges();
  const voided = asked('void', held).thenBecomes({ status: 'VOIDED' }).thenPublishesNothing();
  expect(voided.state.reports.at(-1)!.type).toBe('payment.voided');
  asked('void', saved(voided)).thenNothingChanges();
  paying(saved(voided)).thenNothingChanges();
  for (const [verb, from] of [
    ['capture', payment],
    ['capture', saved(voided)],
    ['void', paid],
  ] as const)
    asked(verb, from).thenIsRefusedWith('PROVIDER_REFUSED');
});

test('a refund keeps its id, is made once, and never exceeds what is left', () => {
  const refunded = asked('refund', paid, { refund_id: 'r1', amount: 600 });
  expect(sendingsOf(refunded)[0]!.webhook.data).toMatchObject({ refund_id: 'r1', amount: 600 });
  asked('refund', saved(refunded), { refund_id: 'r1', amount: 600 }).thenNothingChanges();
  for (const from of [saved(refunded), payment])
    asked('refund', from, { refund_id: 'r2', amount: 401 }).thenIsRefusedWith('PROVIDER_REFUSED');
  asked('refund', saved(refunded), { refund_id: 'r2', amount: 400 }).thenBecomes({ status: 'REFUNDED' });
});

test('refunds fail or wait for a script where a payment was told so', () => {
  const told = (refunds: 'fail' | 'wait') => saved(given(paid).when(behave, { id, refunds }));
  const wanted = { refund_id: 'r1', amount: 600 };
  const failed = asked('refund', told('fail'), wanted).thenBecomes({ refunded_amount: 0 });
  expect(typesOf(failed)).toEqual(['payment.refund_failed']);
  asked('refund', told('wait'), wanted).thenNothingChanges();
});
