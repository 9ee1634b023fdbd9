import { callerOf } from '#test/callers';
import { given } from '#test/rules/given';
import { campaign, donor, donor_id, nobody, pledge_id, wish } from '#test/rules/people';
import { world } from '#lib/world';
import { expect, test } from '@jest/globals';
import { askErasure, claim, erase } from './donor.rules.ts';
import { capture } from './pledge-money.rules.ts';
import { askRefund, refund } from './pledge-money.rules.ts';
import { create, update } from './pledge.rules.ts';

const guest_id = world.newId();
const user_id = world.newId();
const guest = { ...nobody, key: pledge_id };
const byGuest = { ...wish, donor: { name: 'Gwen', email: 'gwen@example.org' }, message: 'For Ida' };
const mine = {
  ...create(undefined, { wish: byGuest, campaign, guest_id, payment_provider: 'sandbox' }, guest).state,
  version: 1,
};
const accounts = {
  ...create(undefined, { wish, campaign, guest_id: null, payment_provider: 'sandbox' }, donor).state,
  version: 1,
};
const payment = { payment_id: world.newId(), purpose: { kind: 'pledge', id: pledge_id } as const };
const captured = { ...payment, amount: 1000, currency: 'EUR' };
const paid = { ...capture(mine, captured, guest).state, version: 2 };
const link = { has_link: true };
const claimed = claim(paid, { guest_id, user_id }).state;
const erased = erase(paid, {}, guest).state;

test('an account claims the gift of its guest, with the figures that it has', () => {
  given(paid)
    .when(claim, { guest_id, user_id })
    .thenBecomes({ donor_id: user_id, donor: null, guest_id })
    .thenPublishes('pledge.claimed', {
      pledge_id,
      campaign_id: campaign.campaign_id,
      donor_id: user_id,
      amount: 1000,
      currency: 'EUR',
      figures: { captured_amount: 1000, refunded_amount: 0, charged_back_amount: 0, version: 3 },
    })
    .thenSchedulesNothing();
});

test('nobody claims twice, or what is somebody else’s, or what was erased', () => {
  given(claimed).when(claim, { guest_id, user_id: world.newId() }).thenNothingChanges();
  given(paid).when(claim, { guest_id: world.newId(), user_id }).thenNothingChanges();
  given(accounts).when(claim, { guest_id, user_id }).thenNothingChanges();
  given(erased).when(claim, { guest_id, user_id }).thenNothingChanges();
});

test('the guest’s link and the account both act for a claimed gift', () => {
  const account = { ...guest, caller: callerOf(user_id) };
  const edit = { id: pledge_id, message: null };
  given(claimed)
    .when(update, { ...edit, ...link }, guest)
    .thenBecomes({ message: null });
  given(claimed)
    .when(update, { ...edit, has_link: false }, account)
    .thenBecomes({ message: null });
  given(claimed)
    .when(update, { ...edit, has_link: false }, guest)
    .thenIsRefusedWith('PLEDGE_NOT_FOUND');
});

test('a guest erases themselves by their link: all that says who they are goes, and the other gifts follow', () => {
  given(paid)
    .when(askErasure, link, guest)
    .thenBecomes({ donor: null, message: null, anonymous: true, erased_at: guest.now, donor_id: guest_id })
    .thenPublishes('pledge.erased', { pledge_id, campaign_id: campaign.campaign_id, donor_id: guest_id })
    .thenSchedules('pledges.erasure', guest_id, guest.now, { until: guest.now });
});

test('nobody else erases a guest, and no link erases an account', () => {
  given(paid).when(askErasure, { has_link: false }, guest).thenIsRefusedWith('PLEDGE_NOT_FOUND');
  given(paid).when(askErasure, { has_link: false }, donor).thenIsRefusedWith('PLEDGE_NOT_FOUND');
  given(accounts).when(askErasure, link, guest).thenIsRefusedWith('PLEDGE_NOT_FOUND');
  given(accounts).when(askErasure, { has_link: false }, donor).thenIsRefusedWith('PLEDGE_OF_ACCOUNT');
  given(claimed).when(askErasure, link, guest).thenIsRefusedWith('PLEDGE_OF_ACCOUNT');
});

test('what was erased is erased once, and is nobody’s from then on', () => {
  given(erased).when(erase, {}, guest).thenNothingChanges();
  given(erased).when(askErasure, link, guest).thenIsRefusedWith('PLEDGE_NOT_FOUND');
  const edit = { id: pledge_id, message: 'Again' };
  given(erased)
    .when(update, { ...edit, ...link }, guest)
    .thenIsRefusedWith('PLEDGE_NOT_FOUND');
  given(erase(accounts, {}, donor).state)
    .when(update, { ...edit, has_link: false }, donor)
    .thenIsRefusedWith('PLEDGE_NOT_FOUND');
  expect(erased.donor_id).not.toBe(donor_id);
});

test('the money of an erased donor moves as before', () => {
  const owner = { ...guest, caller: callerOf(campaign.owner_id) };
  const asked = given(erased).when(askRefund, { campaign }, owner);
  asked.thenPublishes('pledge.refund_requested');
  const [{ refund_id } = { refund_id: '' }] = asked.state.refunds;
  given(asked.state)
    .when(refund, { ...captured, refund_id }, guest)
    .thenBecomes({ status: 'REFUNDED', refunded_amount: 1000, donor: null });
});
