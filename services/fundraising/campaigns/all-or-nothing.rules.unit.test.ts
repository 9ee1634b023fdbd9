import { callerOf } from '#test/callers';
import type { Campaign, Params } from '#contracts';
import { addMs, world } from '#lib/world';
import type { CommandContext } from '#mixins/actors/decision';
import { given, givenNothing } from '#test/rules/given';
import { describe, expect, test } from '@jest/globals';
import { decide } from './all-or-nothing.rules.ts';
import { viewOf } from './campaign-state.rules.ts';
import { cancel, close, create, end, lower, publish, raise, update } from './campaign.rules.ts';

const key = world.newId();
const owner_id = world.newId();
const at = '2026-01-31T12:00:00.000Z';
const owner: CommandContext = { key, now: at, caller: callerOf(owner_id) };
const ends_at = '2026-03-01T00:00:00.000Z';
const HOUR_MS = 3600_000;
const [next, until] = [addMs(at, HOUR_MS), addMs(at, 21 * 24 * HOUR_MS)];

const wish = { title: 'A well', description: '', goal_amount: 5000, currency: 'EUR', ends_at } as const;
const draft = create(undefined, { ...wish, funding: 'all_or_nothing' }, owner).state;
const published = publish(draft, {}, owner).state;
const closed = close(published, {}, owner).state;
const viewAfter = (campaign: Campaign) => ({ ...viewOf(campaign), version: campaign.version + 1 });
const prospect = (kept_amount: number, awaited_amount = 0) => ({ kept_amount, awaited_amount, until });

describe('the terms of a campaign', () => {
  test('are flexible unless it says otherwise', () => {
    givenNothing().when(create, wish, owner).thenBecomes({ funding: 'flexible' });
  });

  test('need an end where it is all or nothing', () => {
    const { ends_at: _, ...endless } = wish;
    givenNothing()
      .when(create, { ...endless, funding: 'all_or_nothing' }, owner)
      .thenIsRefusedWith('VALIDATION_FAILED');
    given(draft).when(update, { id: key, ends_at: null }, owner).thenIsRefusedWith('VALIDATION_FAILED');
    const flexible = create(undefined, endless, owner).state;
    given(flexible)
      .when(update, { id: key, funding: 'all_or_nothing' }, owner)
      .thenIsRefusedWith('VALIDATION_FAILED');
    given(flexible)
      .when(update, { id: key, funding: 'all_or_nothing', ends_at }, owner)
      .thenBecomes({ funding: 'all_or_nothing', ends_at });
  });

  test.each<Omit<Params<'campaigns.update'>, 'id'>>([
    { funding: 'flexible' },
    { goal_amount: 4999 },
    { goal_amount: 5001 },
    { ends_at: '2026-03-02T00:00:00Z' },
  ])('are fixed once an all-or-nothing one is published: %j', (edit) => {
    given(draft)
      .when(update, { id: key, ...edit }, owner)
      .thenPublishesNothing();
    given(published)
      .when(update, { id: key, ...edit }, owner)
      .thenIsRefusedWith('TERMS_FIXED');
  });

  test('are fixed, and the answer names the fields', () => {
    const errors = [{ pointer: '/goal_amount', message: 'must stay 5000' }];
    expect(() => update(published, { id: key, goal_amount: 1, title: 'Two' }, owner)).toThrow(
      expect.objectContaining({ data: expect.objectContaining({ errors }) }),
    );
  });

  test('are fixed for a flexible one as far as it stays flexible', () => {
    const flexible = publish(create(undefined, wish, owner).state, {}, owner).state;
    given(flexible)
      .when(update, { id: key, funding: 'all_or_nothing' }, owner)
      .thenIsRefusedWith('TERMS_FIXED');
    given(flexible).when(update, { id: key, goal_amount: 1 }, owner).thenBecomes({ goal_amount: 1 });
  });

  test('are not touched by what is sent as it is', () => {
    given(published)
      .when(update, { id: key, title: 'Two', goal_amount: 5000, ends_at }, owner)
      .thenBecomes({ title: 'Two' });
  });
});

describe('an all-or-nothing campaign', () => {
  test.each([
    ['is a draft', draft],
    ['is open', published],
    ['has ended', closed],
  ])('lets no money out while it %s', (_what, campaign) => {
    expect(viewOf(campaign).payouts).toBe('held');
  });

  test('is decided an hour after its owner closes it', () => {
    const { timers } = given(published).when(close, {}, owner).decision;
    expect(timers).toContainEqual({ name: 'campaigns.decide', key, due_at: next, payload: { until } });
  });

  test('is decided an hour after its end', () => {
    given(published)
      .when(end, { ends_at }, owner)
      .thenPublishes('campaign.closed')
      .thenSchedules('campaigns.decide', key, next, { until });
  });

  test('keeps its money when it has reached its goal, and lets it out', () => {
    const succeeded: Campaign = { ...closed, decided_at: next };
    given(closed)
      .when(decide, prospect(5000), { ...owner, now: next })
      .thenBecomes(succeeded)
      .thenPublishes('campaign.succeeded', viewAfter(succeeded))
      .thenSchedulesNothing();
    expect(viewOf(succeeded)).toMatchObject({ status: 'CLOSED', payouts: 'open' });
  });

  test('gives everything back when it has missed its goal', () => {
    const missed: Campaign = {
      ...closed,
      status: 'CANCELLED',
      cancelled_because: 'goal_missed',
      decided_at: next,
    };
    given(closed)
      .when(decide, prospect(4000, 999), { ...owner, now: next })
      .thenBecomes(missed)
      .thenPublishes('campaign.cancelled', viewAfter(missed))
      .thenSchedulesNothing();
    expect(viewOf(missed)).toMatchObject({ cancelled_because: 'goal_missed', payouts: 'barred' });
  });

  test('is looked at again in an hour while what is awaited could reach the goal', () => {
    given(closed)
      .when(decide, prospect(4000, 1000), { ...owner, now: next })
      .thenBecomes(closed)
      .thenPublishesNothing()
      .thenSchedules('campaigns.decide', key, addMs(next, HOUR_MS), { until });
  });

  test('waits three weeks at most', () => {
    given(closed)
      .when(decide, prospect(4000, 1000), { ...owner, now: until })
      .thenBecomes({ status: 'CANCELLED' });
    given(closed)
      .when(decide, prospect(5000, 1000), { ...owner, now: until })
      .thenBecomes({ status: 'CLOSED', decided_at: until });
  });

  test('is decided by what it has then: that it once had its goal does not count', () => {
    const context = { ...owner, now: next };
    const funded = raise(published, payload(5000), owner).state;
    expect(funded.funded_at).toBe(at);
    const refunded = close(lower(funded, payload(1)).state, {}, owner).state;
    given(refunded)
      .when(decide, prospect(4999), context)
      .thenBecomes({ status: 'CANCELLED', cancelled_because: 'goal_missed' });
  });

  test('is decided once', () => {
    const context = { ...owner, now: next };
    const succeeded = decide(closed, prospect(5000), context).state;
    given(succeeded).when(decide, prospect(0), context).thenNothingChanges();
    const missed = decide(closed, prospect(0), context).state;
    given(missed).when(decide, prospect(5000), context).thenNothingChanges();
  });

  test('is not decided before it has ended, nor where it is flexible', () => {
    const flexible: Campaign = { ...closed, funding: 'flexible' };
    for (const campaign of [draft, published, flexible])
      given(campaign).when(decide, prospect(0), owner).thenNothingChanges();
  });

  test('that is called off before it is decided needs no decision', () => {
    given(closed)
      .when(cancel, {}, owner)
      .thenBecomes({ status: 'CANCELLED', cancelled_because: 'called_off', decided_at: null })
      .thenUnschedules('campaigns.decide', key);
  });
});

test('a flexible campaign lets its money out unless it is called off, and nothing decides it', () => {
  const flexible = publish(create(undefined, wish, owner).state, {}, owner).state;
  const { state: ended } = given(flexible).when(end, { ends_at }, owner).thenSchedulesNothing();
  expect([flexible, ended].map((campaign) => viewOf(campaign).payouts)).toEqual(['open', 'open']);
  expect(viewOf(cancel(ended, {}, owner).state).payouts).toBe('barred');
});

const payload = (amount: number) => ({
  pledge_id: key,
  campaign_id: key,
  donor_id: owner_id,
  amount,
  currency: 'EUR',
  figures: { captured_amount: amount, refunded_amount: 0, charged_back_amount: 0, version: 1 },
});
