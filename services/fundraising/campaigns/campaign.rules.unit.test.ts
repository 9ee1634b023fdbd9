import type { BuiltInRoleName } from '#contracts/identity/roles';
import { callerOf } from '#test/callers';
import type { Campaign, ErrorCode, Params } from '#contracts';
import { world } from '#lib/world';
import type { CommandContext, Rule } from '#mixins/actors/decision';
import { given, givenNothing } from '#test/rules/given';
import { describe, expect, test } from '@jest/globals';
import { cancel, close, create, end, isShownTo, lower, publish, raise, update } from './campaign.rules.ts';
import { viewOf } from './campaign-state.rules.ts';

const owner_id = world.newId();
const key = world.newId();
const at = '2026-01-31T12:00:00.000Z';
const by = (user_id: string, role?: BuiltInRoleName): CommandContext => ({
  key,
  now: at,
  caller: callerOf(user_id, role),
});
const owner = by(owner_id);
const admin = by(world.newId(), 'admin');
const stranger = by(world.newId());
const nobody: CommandContext = { ...owner, caller: undefined };

const wish = { title: 'A well', description: '', goal_amount: 5000, currency: 'EUR' };
const draft = create(undefined, wish, owner).state;
const published = publish(draft, {}, owner).state;
const closed = close(published, {}, owner).state;
const cancelled = cancel(published, {}, owner).state;
const ends_at = '2026-03-01T00:00:00.000Z';
const ending = publish({ ...draft, ends_at }, {}, owner).state;

/** The published view: with the version that the change has once it is saved. */
const viewAfter = (campaign: Campaign) => ({ ...viewOf(campaign), version: campaign.version + 1 });

describe('a campaign', () => {
  test('begins as a draft of who makes it, and nobody is told', () => {
    const made = givenNothing().when(create, wish, owner).thenPublishesNothing();
    expect(made.state).toEqual({
      id: key,
      owner_id,
      ...wish,
      funding: 'flexible',
      ends_at: null,
      status: 'DRAFT',
      cancelled_because: null,
      raised_amount: 0,
      published_at: null,
      funded_at: null,
      decided_at: null,
      created_at: at,
      version: 0,
    });
  });

  test('keeps its end in one notation, so that it can be compared as text', () => {
    givenNothing()
      .when(create, { ...wish, ends_at: '2026-02-01T00:00:00Z' }, owner)
      .thenBecomes({ ends_at: '2026-02-01T00:00:00.000Z' });
  });

  test.each([at, '2026-01-31T12:00:00Z', '2025-01-01T00:00:00Z'])('can not end at %s', (ends_at) => {
    givenNothing()
      .when(create, { ...wish, ends_at }, owner)
      .thenIsRefusedWith('VALIDATION_FAILED');
  });

  test.each([
    ['its owner', owner],
    ['an admin', admin],
  ])('is published and closed by %s, and both are told', (_who, context) => {
    const opened: Campaign = { ...draft, status: 'PUBLISHED', published_at: at };
    given(draft)
      .when(publish, {}, context)
      .thenBecomes(opened)
      .thenPublishes('campaign.published', viewAfter(opened));
    const ended: Campaign = { ...opened, status: 'CLOSED' };
    given(opened)
      .when(close, {}, context)
      .thenBecomes(ended)
      .thenPublishes('campaign.closed', viewAfter(ended));
  });

  test.each<[string, Rule<Campaign, unknown>, Campaign, CommandContext, ErrorCode]>([
    ['published by a stranger: they see no drafts', publish, draft, stranger, 'CAMPAIGN_NOT_FOUND'],
    ['published by nobody', publish, draft, nobody, 'CAMPAIGN_NOT_FOUND'],
    ['closed by a stranger', close, published, stranger, 'PERMISSION_DENIED'],
    ['cancelled by a stranger', cancel, published, stranger, 'PERMISSION_DENIED'],
    ['cancelled by a stranger as a draft', cancel, draft, stranger, 'CAMPAIGN_NOT_FOUND'],
    ['published again', publish, published, owner, 'TRANSITION_NOT_ALLOWED'],
    ['published once closed', publish, closed, owner, 'TRANSITION_NOT_ALLOWED'],
    ['published once cancelled', publish, cancelled, owner, 'TRANSITION_NOT_ALLOWED'],
    ['closed as a draft', close, draft, owner, 'TRANSITION_NOT_ALLOWED'],
    ['closed again', close, closed, owner, 'TRANSITION_NOT_ALLOWED'],
    ['cancelled again', cancel, cancelled, owner, 'TRANSITION_NOT_ALLOWED'],
  ])('is not %s', (_what, rule, campaign, context, code) => {
    given(campaign).when(rule, {}, context).thenIsRefusedWith(code);
  });
});

test('a draft whose end has passed is not published', () => {
  const late = { ...owner, now: '2999-01-01T00:00:00.000Z' };
  given({ ...draft, ends_at: '2998-12-31T23:59:59.000Z' })
    .when(publish, {}, late)
    .thenIsRefusedWith('CAMPAIGN_ENDED');
});

describe('a campaign that is cancelled', () => {
  test.each([
    ['published', published],
    ['closed', closed],
  ])('is told of when it was %s', (_what, campaign) => {
    const after: Campaign = { ...campaign, status: 'CANCELLED', cancelled_because: 'called_off' };
    given(campaign)
      .when(cancel, {}, admin)
      .thenBecomes(after)
      .thenPublishes('campaign.cancelled', viewAfter(after));
  });

  test('is no news when nobody has heard of it yet', () => {
    given(draft).when(cancel, {}, owner).thenBecomes({ status: 'CANCELLED' }).thenPublishesNothing();
  });
});

describe('an edit', () => {
  const edit = (
    campaign: Campaign,
    edits: Omit<Params<'campaigns.update'>, 'id'>,
    context: CommandContext = owner,
  ) => given(campaign).when(update, { id: key, ...edits }, context);

  test('changes what it names and nothing else', () => {
    const edits = { title: 'Two wells', description: 'deep', goal_amount: 9000, ends_at };
    edit(draft, edits).thenBecomes({ ...draft, ...edits });
    edit(published, { title: 'Two wells' }).thenBecomes({ ...published, title: 'Two wells' });
  });

  test('is told of where the campaign is published', () => {
    edit(published, { title: 'Two wells' }).thenPublishes(
      'campaign.updated',
      viewAfter({ ...published, title: 'Two wells' }),
    );
    edit(draft, { title: 'Two wells' }).thenPublishesNothing();
  });

  test('that changes nothing is none', () => {
    edit(ending, {}).thenNothingChanges();
    edit(ending, { title: ending.title, ends_at: '2026-03-01T00:00:00Z' }).thenNothingChanges();
  });

  test.each<[string, Campaign, Omit<Params<'campaigns.update'>, 'id'>, CommandContext, ErrorCode]>([
    ['by a stranger', published, { title: 'Mine' }, stranger, 'PERMISSION_DENIED'],
    ['of a draft by a stranger', draft, { title: 'Mine' }, stranger, 'CAMPAIGN_NOT_FOUND'],
    ['of one that is closed', closed, { title: 'Two wells' }, owner, 'TRANSITION_NOT_ALLOWED'],
    ['of one that is cancelled', cancelled, { title: 'Two wells' }, admin, 'TRANSITION_NOT_ALLOWED'],
    ['to an end that has passed', published, { ends_at: at }, owner, 'VALIDATION_FAILED'],
  ])('%s is refused', (_what, campaign, edits, context, code) => {
    edit(campaign, edits, context).thenIsRefusedWith(code);
  });

  test('that brings the goal down to what was raised makes it funded', () => {
    edit({ ...published, raised_amount: 3000 }, { goal_amount: 3000 })
      .thenBecomes({ funded_at: at })
      .thenPublishes(['campaign.funded', 'campaign.updated']);
  });
});

describe('the end of a campaign', () => {
  const later_end = '2026-04-01T00:00:00.000Z';
  const due = (due_at: string | null) => ({
    name: 'campaigns.end',
    key,
    due_at,
    payload: due_at === null ? {} : { ends_at: due_at },
  });

  test.each([
    ['gets a timer once it is published', publish({ ...draft, ends_at }, {}, owner), due(ends_at)],
    ['moves its timer with it', update(ending, { id: key, ends_at: later_end }, owner), due(later_end)],
    ['gets a timer when it is set', update(published, { id: key, ends_at }, owner), due(ends_at)],
    ['has no timer when it is removed', update(ending, { id: key, ends_at: null }, owner), due(null)],
    ['has no timer once it is closed', close(ending, {}, owner), due(null)],
    ['has no timer once it is cancelled', cancel(ending, {}, owner), due(null)],
  ])('%s', (_what, { timers }, timer) => {
    expect(timers).toEqual([timer]);
  });

  test.each([
    ['a draft has one', create(undefined, { ...wish, ends_at }, owner)],
    ['there is none', publish(draft, {}, owner)],
    ['it stays', update(ending, { id: key, title: 'Two wells' }, owner)],
    ['it is closed without one', close(published, {}, owner)],
    ['it is cancelled after its end', cancel(end(ending, { ends_at }, owner).state, {}, owner)],
  ])('changes no timer where %s', (_what, { timers }) => {
    expect(timers).toEqual([]);
  });

  test('closes it, and that is told', () => {
    const ended: Campaign = { ...ending, status: 'CLOSED' };
    given(ending)
      .when(end, { ends_at })
      .thenBecomes(ended)
      .thenPublishes('campaign.closed', viewAfter(ended));
  });

  test.each([
    ['was moved meanwhile', { ...ending, ends_at: later_end }],
    ['was removed meanwhile', { ...ending, ends_at: null }],
    ['has closed already', close(ending, {}, owner).state],
    ['was cancelled', cancel(ending, {}, owner).state],
  ])('does nothing to one that %s', (_what, campaign) => {
    given(campaign).when(end, { ends_at }).thenNothingChanges();
  });
});

describe('what was raised', () => {
  const moved = (amount: number) => ({
    pledge_id: world.newId(),
    campaign_id: key,
    donor_id: world.newId(),
    amount,
    currency: 'EUR',
    figures: { captured_amount: amount, refunded_amount: 0, charged_back_amount: 0, version: 2 },
  });
  const raising = (campaign: Campaign, amount: number) => given(campaign).when(raise, moved(amount), owner);

  test('grows with what is captured and shrinks with what goes back', () => {
    const { state } = raising(raising(published, 3000).state, 1000);
    expect(state).toEqual({ ...published, raised_amount: 4000 });
    given(state).when(lower, moved(500)).thenBecomes({ raised_amount: 3500 }).thenPublishesNothing();
  });

  test('is told of when it reaches the goal, and not again when it does so again', () => {
    raising(published, 4999).thenPublishesNothing();
    const payload = { campaign_id: key, owner_id, goal_amount: 5000, currency: 'EUR' };
    const { state } = raising({ ...published, raised_amount: 4999 }, 1)
      .thenBecomes({ raised_amount: 5000, funded_at: at })
      .thenPublishes('campaign.funded', payload);
    const again = given(state).when(lower, moved(1)).thenBecomes({ funded_at: at });
    raising(again.state, 1).thenPublishesNothing();
  });

  test('counts for one that is closed or cancelled, but that one is not funded by it', () => {
    raising(closed, 5000).thenPublishes('campaign.funded');
    raising(cancelled, 5000).thenBecomes({ raised_amount: 5000, funded_at: null }).thenPublishesNothing();
  });
});

test('a campaign that was never published is visible to its owner and admins only, all others to everyone', () => {
  const seers = (campaign: Campaign) =>
    [owner, admin, stranger, nobody].map(({ caller }) => isShownTo(campaign, caller));
  expect(seers(draft)).toEqual([true, true, false, false]);
  expect(seers(cancel(draft, {}, owner).state)).toEqual([true, true, false, false]);
  for (const campaign of [published, closed, cancelled])
    expect(seers(campaign)).toEqual([true, true, true, true]);
});
