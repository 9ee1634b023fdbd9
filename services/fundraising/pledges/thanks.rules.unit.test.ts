import { aCaller } from '#test/callers';
import { world } from '#lib/world';
import { given } from '#test/rules/given';
import { campaign, campaign_id, donor, owner } from '#test/rules/people';
import { expect, test } from '@jest/globals';
import { thank, thankDonors, thanksIdOf, type ThanksState } from './thanks.rules.ts';

const key = thanksIdOf(campaign_id, owner.now);
const wish = { campaign_id, message: 'Thank you all' };
const input = { wish, campaign, has_donors: true };
const asOwner = { ...owner, key };
const thanks: ThanksState = thank(undefined, input, asOwner).state;
const [one, other] = [world.newId(), world.newId()];
const from = (donor_id: string, is_thanked = false) => ({ pledge_id: world.newId(), donor_id, is_thanked });

test("an owner's thanks begin at once", () => {
  const { state, timers } = thank(undefined, input, asOwner);
  expect(state).toMatchObject({ id: key, status: 'SENDING', subject: null, message: 'Thank you all' });
  expect(timers).toMatchObject([{ name: 'pledges.thanks', key, due_at: owner.now }]);
});

test('nobody but the owner thanks, not even an admin', () => {
  const admin = { ...asOwner, caller: aCaller('admin') };
  for (const who of [{ ...donor, key }, admin])
    expect(() => thank(undefined, input, who)).toThrow(
      expect.objectContaining({ type: 'PERMISSION_DENIED' }),
    );
  const draft = { ...input, campaign: { ...campaign, status: 'DRAFT' as const } };
  expect(() => thank(undefined, draft, donor)).toThrow(
    expect.objectContaining({ type: 'CAMPAIGN_NOT_FOUND' }),
  );
});

test('a campaign thanks once a day, and says when it may again', () => {
  expect(() => thank(thanks, input, asOwner)).toThrow(
    expect.objectContaining({ type: 'THANKED_TODAY', data: { again_at: '2026-02-01T00:00:00.000Z' } }),
  );
  expect(thanksIdOf(campaign_id, '2026-01-31T23:59:59.999Z')).toBe(key);
  expect(thanksIdOf(campaign_id, '2026-02-01T00:00:00.000Z')).not.toBe(key);
});

test('where nobody gave the day is not used up', () => {
  expect(() => thank(undefined, { ...input, has_donors: false }, asOwner)).toThrow(
    expect.objectContaining({ type: 'NOBODY_TO_THANK' }),
  );
});

test('a donor of several pledges is thanked once, whether they are on one page or on two', () => {
  const page = { after: null, given: [from(one), from(other, true), from(one)], is_last: true };
  const decision = thankDonors(thanks, page, owner);
  given(thanks).when(thankDonors, page, owner).thenPublishes('donor.thanked');
  expect(decision.records.map(({ row }) => row['donor_id'])).toEqual([one]);
  expect(decision.state.status).toBe('SENT');
});

test('a full page leads to the next, from where it ended', () => {
  const page = { after: null, given: [from(one), from(other)], is_last: false };
  const { state, timers } = thankDonors(thanks, page, owner);
  expect(state).toMatchObject({ status: 'SENDING', thanked_to: page.given[1]!.pledge_id });
  expect(timers).toMatchObject([{ name: 'pledges.thanks', key }]);
});

test('a page that was done already thanks nobody again', () => {
  const page = { after: null, given: [from(one)], is_last: false };
  const { state } = thankDonors(thanks, page, owner);
  given(state).when(thankDonors, page, owner).thenPublishesNothing();
  given({ ...thanks, status: 'SENT' as const })
    .when(thankDonors, page, owner)
    .thenPublishesNothing();
});
