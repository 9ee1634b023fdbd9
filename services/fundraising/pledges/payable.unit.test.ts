// What the payment provider does not take is refused when it is pledged, and not when it is to be paid.
import { aCaller } from '#test/callers';
import type { CampaignView } from '#contracts';
import { world } from '#lib/world';
import { givenNothing } from '#test/rules/given';
import { expect, test } from '@jest/globals';
import { create } from './pledge.rules.ts';

const campaign_id = world.newId();
const donor = {
  key: world.newId(),
  now: '2026-01-31T12:00:00.000Z',
  caller: aCaller(),
};
const pledging = (payment_provider: string, amount: number, currency = 'EUR') => {
  const campaign: CampaignView = {
    campaign_id,
    owner_id: world.newId(),
    currency,
    funding: 'flexible',
    status: 'PUBLISHED',
    cancelled_because: null,
    ends_at: null,
    payouts: 'open',
    version: 2,
  };
  const wish = { wish: { campaign_id, amount, currency }, campaign, guest_id: null, payment_provider };
  return givenNothing().when(create, wish, donor);
};

test.each([
  [49, 'EUR'],
  [100_000_000, 'EUR'],
  [5121, 'KWD'],
  [1000, 'LYD'],
])('a pledge of %d %s is refused where Stripe collects, and taken by the sandbox', (amount, currency) => {
  pledging('stripe', amount, currency).thenIsRefusedWith('AMOUNT_NOT_PAYABLE');
  pledging('sandbox', amount, currency).thenPublishes('pledge.created');
});

test('the refusal names the field, and the reason in words and for programs', () => {
  const message = 'must be at least 50 in EUR, for the payment provider';
  const data = { reason: 'amount_too_small', errors: [{ pointer: '/amount', message }] };
  expect(() => pledging('stripe', 49).decision).toThrow(expect.objectContaining({ data }));
});

test('what Stripe takes is pledged', () => {
  pledging('stripe', 50).thenPublishes('pledge.created');
});
