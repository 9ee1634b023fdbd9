import { world } from '#lib/world';
import type { CommandContext } from '#mixins/actors/decision';
import { given, givenNothing } from '#test/rules/given';
import { campaign, campaign_id, donor, owner } from '#test/rules/people';
import { describe, expect, test } from '@jest/globals';
import { disputed, expired, failed, givenUp, paid, renew, retry, cardReplaced } from './renewal.rules.ts';
import { pledgeIdOf, type SubscriptionState } from './subscription-state.rules.ts';
import { cancel, create, endWithCampaign, pause, resume, suspend } from './subscription.rules.ts';

const id = world.newId();
const mandate_id = world.newId();
const at = (now: string): CommandContext => ({ now, key: id, caller: undefined });
const by = (caller: CommandContext['caller'], now: string): CommandContext => ({ now, key: id, caller });
const BEGUN = '2026-01-31T12:00:00.000Z';
const wish = { campaign_id, amount: 1000, currency: 'EUR', interval: 'month' } as const;
const guest = { name: 'Greta', email: 'greta@example.org' };
const input = { wish, campaign, mandate_id, payment_provider: 'sandbox' };
const link = { has_link: true };
const noLink = { has_link: false };

const pending = create(undefined, input, by(donor.caller, BEGUN)).state;
const first = { pledge_id: pending.pledge_id };
const active = paid(pending, first, at(BEGUN)).state;
const FEBRUARY = '2026-02-28T12:00:00.000Z';
const renewed = renew(active, { period: 1 }, at(FEBRUARY)).state;
const renewal = { pledge_id: renewed.pledge_id };
const pastDue = failed(renewed, { ...renewal, reason: 'card_declined' }, at(FEBRUARY)).state;
const over = (state: SubscriptionState) => givenUp(state, { pledge_id: state.pledge_id }).state;

describe('the beginning', () => {
  test('asks for a first pledge, whose payment saves the card', () => {
    givenNothing()
      .when(create, input, by(donor.caller, BEGUN))
      .thenPublishes(['subscription.created'])
      .thenBecomes({ status: 'PENDING', period: 0, attempt: 0, pledge_id: pledgeIdOf(id, 0, 0) })
      .thenSchedulesNothing();
  });

  test('is refused as a pledge would be', () => {
    const refused = (changes: object, context: CommandContext) =>
      givenNothing().when(create, { ...input, ...changes }, context);
    refused({}, at(BEGUN)).thenIsRefusedWith('SIGN_IN_REQUIRED');
    refused({ wish: { ...wish, donor: guest } }, by(donor.caller, BEGUN)).thenIsRefusedWith(
      'VALIDATION_FAILED',
    );
    refused({ wish: { ...wish, currency: 'USD' } }, by(donor.caller, BEGUN)).thenIsRefusedWith(
      'CURRENCY_MISMATCH',
    );
    refused({ campaign: { ...campaign, status: 'CLOSED' } }, by(donor.caller, BEGUN)).thenIsRefusedWith(
      'CAMPAIGN_NOT_OPEN',
    );
  });

  test('is its first payment: the next is due a month after it was asked for', () => {
    given(pending)
      .when(paid, first, at('2026-02-01T00:00:00.000Z'))
      .thenBecomes({ status: 'ACTIVE', due_at: FEBRUARY, outcome: 'PAID' })
      .thenPublishes(['subscription.started'])
      .thenSchedules('subscriptions.renewal', id, FEBRUARY, { period: 1 });
  });

  test('a declined card is no end: the donor may try another until the pledge expires', () => {
    given(pending)
      .when(failed, { ...first, reason: 'card_declined' }, at(BEGUN))
      .thenNothingChanges();
    given(pending).when(expired, first, at(BEGUN)).thenBecomes({ status: 'EXPIRED' }).thenPublishesNothing();
    given(pending).when(givenUp, first).thenBecomes({ status: 'EXPIRED' });
  });

  test('money that came late begins it yet', () => {
    const { state } = expired(pending, first, at(BEGUN));
    given(state).when(paid, first, at(BEGUN)).thenBecomes({ status: 'ACTIVE' });
  });
});

describe('a period', () => {
  test('that begins is charged, and the next is scheduled', () => {
    given(active)
      .when(renew, { period: 1 }, at(FEBRUARY))
      .thenBecomes({
        period: 1,
        pledge_id: pledgeIdOf(id, 1, 0),
        outcome: 'OPEN',
        due_at: '2026-03-31T12:00:00.000Z',
      })
      .thenPublishes(['subscription.renewal_requested'])
      .thenSchedules('subscriptions.renewal', id, '2026-03-31T12:00:00.000Z', { period: 2 });
  });

  test('is charged once, however often its timer fires', () => {
    given(renewed).when(renew, { period: 1 }, at(FEBRUARY)).thenNothingChanges();
  });

  test('is charged once after an outage of a week', () => {
    given(active)
      .when(renew, { period: 1 }, at('2026-03-07T12:00:00.000Z'))
      .thenBecomes({ period: 1, due_at: '2026-03-31T12:00:00.000Z' })
      .thenPublishes(['subscription.renewal_requested']);
  });

  test('after an outage of months only the last that has begun is charged, and the next at its time', () => {
    given(active)
      .when(renew, { period: 1 }, at('2026-06-02T12:00:00.000Z'))
      .thenBecomes({ period: 4, due_at: '2026-06-30T12:00:00.000Z' })
      .thenPublishes(['subscription.renewal_requested']);
  });

  test('that began more than ten days ago is skipped: two charges would be too near', () => {
    given(active)
      .when(renew, { period: 1 }, at('2026-03-30T12:00:00.000Z'))
      .thenBecomes({ period: 0, due_at: '2026-03-31T12:00:00.000Z' })
      .thenPublishesNothing()
      .thenSchedules('subscriptions.renewal', id, '2026-03-31T12:00:00.000Z', { period: 2 });
  });

  test('is not charged while the last is still being retried', () => {
    given(pastDue)
      .when(renew, { period: 2 }, at('2026-03-31T12:00:00.000Z'))
      .thenPublishesNothing()
      .thenSchedules('subscriptions.renewal', id, '2026-04-30T12:00:00.000Z', { period: 3 });
  });
});

describe('a renewal that fails', () => {
  test('is given up, and tried again a day later', () => {
    given(renewed)
      .when(failed, { ...renewal, reason: 'card_declined' }, at(FEBRUARY))
      .thenBecomes({ status: 'PAST_DUE', outcome: 'ABANDONED', retry_at: '2026-03-01T12:00:00.000Z' })
      .thenPublishes(['subscription.renewal_abandoned', 'subscription.renewal_failed'])
      .thenSchedules('subscriptions.retry', id, '2026-03-01T12:00:00.000Z', { period: 1, attempt: 1 });
  });

  test('is not tried again before it is given up for good', () => {
    given(pastDue)
      .when(retry, { period: 1, attempt: 1 }, at('2026-03-01T12:00:00.000Z'))
      .thenPublishesNothing()
      .thenSchedules('subscriptions.retry', id, '2026-03-01T12:10:00.000Z', { period: 1, attempt: 1 });
    given(over(pastDue))
      .when(retry, { period: 1, attempt: 1 }, at('2026-03-01T12:00:00.000Z'))
      .thenBecomes({ attempt: 1, pledge_id: pledgeIdOf(id, 1, 1), outcome: 'OPEN' })
      .thenPublishes(['subscription.renewal_requested'])
      .thenSchedules('subscriptions.retry', id, '2026-03-03T12:00:00.000Z', { period: 1, attempt: 2 });
  });

  test('on days 1, 3 and 5, and then the subscription lapses', () => {
    let state = pastDue;
    const days = [1, 3, 5].map((day, i) => {
      expect(state.retry_at).toBe(`2026-03-0${day}T12:00:00.000Z`);
      const tried = retry(over(state), { period: 1, attempt: i + 1 }, at(state.retry_at!)).state;
      const decision = failed(
        tried,
        { pledge_id: tried.pledge_id, reason: 'expired_card' },
        at(state.retry_at!),
      );
      state = decision.state;
      return decision.messages.map(({ name }) => name).at(-1);
    });
    expect(days).toEqual([
      'subscription.renewal_failed',
      'subscription.renewal_failed',
      'subscription.lapsed',
    ]);
    expect(state).toMatchObject({ status: 'LAPSED', due_at: null, retry_at: null });
  });

  test('and turns out to be paid after all is not tried again', () => {
    given(pastDue)
      .when(paid, renewal, at(FEBRUARY))
      .thenBecomes({ status: 'ACTIVE', outcome: 'PAID', retry_at: null })
      .thenUnschedules('subscriptions.retry', id);
  });

  test('is tried at once when its donor gives another card', () => {
    given(over(pastDue))
      .when(cardReplaced, {}, at('2026-02-28T13:00:00.000Z'))
      .thenSchedules('subscriptions.retry', id, '2026-02-28T13:00:00.000Z', { period: 1, attempt: 1 });
    given(active).when(cardReplaced, {}, at(FEBRUARY)).thenNothingChanges();
  });

  test('what is told of it twice, or of an attempt before it, changes nothing', () => {
    given(pastDue).when(failed, renewal, at(FEBRUARY)).thenNothingChanges();
    given(pastDue).when(expired, renewal, at(FEBRUARY)).thenNothingChanges();
    for (const rule of [paid, failed, expired])
      given(pastDue).when(rule, first, at(FEBRUARY)).thenNothingChanges();
  });

  test('is not tried where its donor took it back: they skip the period', () => {
    given(renewed)
      .when(givenUp, renewal)
      .thenBecomes({ status: 'ACTIVE', outcome: 'OVER' })
      .thenPublishesNothing();
  });
});

describe('a pause', () => {
  const paused = pause(renewed, noLink, by(donor.caller, FEBRUARY)).state;

  test('gives up what is under way, and charges nothing', () => {
    given(renewed)
      .when(pause, noLink, by(donor.caller, FEBRUARY))
      .thenBecomes({ status: 'PAUSED', paused_by: 'donor', due_at: null, outcome: 'ABANDONED' })
      .thenPublishes(['subscription.renewal_abandoned']);
    given(paused).when(renew, { period: 2 }, at('2026-03-31T12:00:00.000Z')).thenNothingChanges();
    given(paused).when(failed, renewal, at(FEBRUARY)).thenNothingChanges();
  });

  test('ends with the next period, and those that were paused are not charged', () => {
    given(paused)
      .when(resume, link, at('2026-05-15T12:00:00.000Z'))
      .thenBecomes({ status: 'ACTIVE', paused_by: null, due_at: '2026-05-31T12:00:00.000Z' })
      .thenPublishesNothing()
      .thenSchedules('subscriptions.renewal', id, '2026-05-31T12:00:00.000Z', { period: 4 });
  });

  test('comes of a dispute too, and its donor may go on', () => {
    given(active).when(disputed).thenBecomes({ status: 'PAUSED', paused_by: 'dispute', due_at: null });
    given(paused).when(disputed).thenNothingChanges();
  });

  test('is for its donor, who has the link or is signed in, and for admins', () => {
    given(active).when(pause, noLink, owner).thenIsRefusedWith('SUBSCRIPTION_NOT_FOUND');
    given(active).when(pause, noLink, at(FEBRUARY)).thenIsRefusedWith('SUBSCRIPTION_NOT_FOUND');
    given(paused).when(pause, link, at(FEBRUARY)).thenIsRefusedWith('TRANSITION_NOT_ALLOWED');
  });
});

describe('the end', () => {
  test('by its donor gives up what is under way, and is told', () => {
    given(renewed)
      .when(cancel, link, at(FEBRUARY))
      .thenBecomes({ status: 'CANCELLED', ended_by: 'donor', due_at: null })
      .thenPublishes(['subscription.renewal_abandoned', 'subscription.cancelled']);
  });

  test('is final, and asked for again it is no mistake', () => {
    const { state } = cancel(active, link, at(FEBRUARY));
    given(state).when(cancel, link, at(FEBRUARY)).thenNothingChanges();
    given(state).when(paid, first, at(FEBRUARY)).thenNothingChanges();
    given(state).when(resume, link, at(FEBRUARY)).thenIsRefusedWith('TRANSITION_NOT_ALLOWED');
  });

  test('comes with that of its campaign', () => {
    for (const state of [pending, active, pastDue])
      given(state).when(endWithCampaign).thenBecomes({ status: 'CANCELLED', ended_by: 'campaign' });
  });

  test('is for nobody else', () => {
    given(active).when(cancel, noLink, owner).thenIsRefusedWith('SUBSCRIPTION_NOT_FOUND');
  });
});

describe('a donor who deletes their account', () => {
  const pausedBy = (state: SubscriptionState) => given(state).when(suspend, {}, at(FEBRUARY));

  test('is charged nothing more until they resume it', () => {
    pausedBy(active).thenBecomes({ status: 'PAUSED', paused_by: 'deletion', due_at: null });
    pausedBy(pastDue).thenBecomes({ status: 'PAUSED', paused_by: 'deletion', retry_at: null });
    const timers = suspend(active).timers.map(({ name, due_at }) => [name, due_at]);
    expect(timers).toEqual([
      ['subscriptions.renewal', null],
      ['subscriptions.retry', null],
    ]);
    pausedBy(renewed).thenPublishes('subscription.renewal_abandoned');
    const paused = suspend(active).state;
    given(paused)
      .when(resume, noLink, by(donor.caller, FEBRUARY))
      .thenBecomes({ status: 'ACTIVE', paused_by: null });
  });

  test('gives up what has not begun; what is paused or over stays so', () => {
    pausedBy(pending).thenBecomes({ status: 'CANCELLED', ended_by: 'donor' });
    const paused = pause(active, noLink, by(donor.caller, FEBRUARY)).state;
    pausedBy(paused).thenPublishesNothing().thenBecomes({ paused_by: 'donor' });
    const ended = cancel(active, noLink, by(donor.caller, FEBRUARY)).state;
    pausedBy(ended).thenPublishesNothing().thenBecomes({ status: 'CANCELLED' });
  });
});
