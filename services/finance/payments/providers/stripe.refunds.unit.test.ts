import { world } from '#lib/world';
import { aRefund } from '#test/stripe/objects';
import { expect, test } from '@jest/globals';
import type Stripe from 'stripe';
import { refundReports, reportOn } from './stripe.refunds.ts';

const [refund_id, other_id] = [world.newId(), world.newId()];
const asked = [
  { refund_id, amount: 300 },
  { refund_id: other_id, amount: 300 },
];
const refund = (id: string, changes: Partial<Stripe.Refund> = {}) =>
  aRefund({ id, payment_intent: 'pi_1', amount: 300, ...changes });
const claiming = (id: string, metadata_id = refund_id, changes: Partial<Stripe.Refund> = {}) =>
  refund(id, { metadata: { refund_id: metadata_id, payment_id: world.newId() }, ...changes });

/** By Stripe's id, ours; `all` are newest first. */
const idsOf = (...all: Stripe.Refund[]) => refundReports(all, asked).map((report) => report.refund_id);

test('the refunds that we asked for are known by our ids, others by those of Stripe', () => {
  expect(idsOf(refund('re_3'), claiming('re_2', other_id), claiming('re_1'))).toEqual([
    're_3',
    other_id,
    refund_id,
  ]);
});

test('of several that say they are ours, the first of our amount is', () => {
  const all = [claiming('re_3'), claiming('re_2'), claiming('re_1', refund_id, { amount: 200 })];
  expect(idsOf(...all)).toEqual(['re_3', refund_id, 're_1']);
});

test('one that names a refund which nobody asked for is none of ours', () => {
  expect(idsOf(claiming('re_1', world.newId()), claiming('re_2', ''))).toEqual(['re_1', 're_2']);
});

test('one that we asked for is ours though it failed: a later one is another', () => {
  const all = [claiming('re_2'), claiming('re_1', refund_id, { status: 'failed' })];
  expect(refundReports(all, asked)).toMatchObject([
    { name: 'payment.refunded', refund_id: 're_2' },
    { name: 'payment.refund_failed', refund_id },
  ]);
});

test('one on its way is told of later, and is ours all the same', () => {
  const all = [claiming('re_2'), claiming('re_1', refund_id, { status: 'pending' })];
  expect(idsOf(...all)).toEqual(['re_2']);
});

test('which is ours is known for one as for all', () => {
  const all = [claiming('re_3'), claiming('re_2', other_id), claiming('re_1')];
  expect(all.flatMap((each) => reportOn(each, all, asked))).toEqual(refundReports(all, asked));
});

test('a refund of an amount that Stripe writes otherwise is known by ours', () => {
  const kronur = refund('re_1', { amount: 30_000, currency: 'isk', metadata: { refund_id } });
  expect(refundReports([kronur], asked)).toMatchObject([{ refund_id, amount: 300, currency: 'ISK' }]);
});
