import type { Campaign, Params, Permission } from '#contracts';
import { codeOf } from '#lib/errors';
import { world } from '#lib/world';
import type { CommandContext, Rule } from '#mixins/actors/decision';
import { describe, expect, test } from '@jest/globals';
import {
  cancel,
  close,
  create,
  end,
  isVisible,
  lower,
  publish,
  raise,
  update,
  viewOf,
} from './campaign.rules.ts';

const owner_id = world.newId();
const key = world.newId();
const at = '2026-01-31T12:00:00.000Z';
const by = (user_id: string, ...permissions: Permission[]): CommandContext => ({
  key,
  now: at,
  caller: { user_id, permissions },
});
const owner = by(owner_id, 'donor');
const admin = by(world.newId(), 'donor', 'admin');
const stranger = by(world.newId(), 'donor');
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
  test('begins as a draft of its creator, and nothing is published', () => {
    const { state, messages } = create(undefined, wish, owner);
    expect(state).toEqual({
      id: key,
      owner_id,
      ...wish,
      ends_at: null,
      status: 'DRAFT',
      raised_amount: 0,
      published_at: null,
      funded_at: null,
      created_at: at,
      version: 0,
    });
    expect(messages).toEqual([]);
  });

  test('stores its end normalized, so that it can be compared as text', () => {
    expect(create(undefined, { ...wish, ends_at: '2026-02-01T00:00:00Z' }, owner).state.ends_at).toBe(
      '2026-02-01T00:00:00.000Z',
    );
  });

  test.each([at, '2026-01-31T12:00:00Z', '2025-01-01T00:00:00Z'])('can not end at %s', (ends_at) => {
    expect(codeFrom(() => create(undefined, { ...wish, ends_at }, owner))).toBe('VALIDATION_FAILED');
  });

  test.each([
    ['its owner', owner],
    ['an admin', admin],
  ])('is published and closed by %s, with a message each', (_who, context) => {
    const opened = publish(draft, {}, context);
    expect(opened.state).toEqual({ ...draft, status: 'PUBLISHED', published_at: at });
    expect(opened.messages).toEqual([{ name: 'campaign.published', payload: viewAfter(opened.state) }]);
    const ended = close(opened.state, {}, context);
    expect(ended.state.status).toBe('CLOSED');
    expect(ended.messages).toEqual([{ name: 'campaign.closed', payload: viewAfter(ended.state) }]);
  });

  test.each<[string, Rule<Campaign, unknown>, Campaign, CommandContext, string]>([
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
    expect(codeFrom(() => rule(campaign, {}, context))).toBe(code);
  });
});

test('a draft whose end has passed is not published', () => {
  const late = { ...owner, now: '2999-01-01T00:00:00.000Z' };
  const ending = { ...draft, ends_at: '2998-12-31T23:59:59.000Z' };
  expect(() => publish(ending, {}, late)).toThrow(expect.objectContaining({ type: 'CAMPAIGN_ENDED' }));
});

describe('a campaign that is cancelled', () => {
  test.each([
    ['published', published],
    ['closed', closed],
  ])('is published as such when it was %s', (_what, campaign) => {
    const { state, messages } = cancel(campaign, {}, admin);
    expect(state).toEqual({ ...campaign, status: 'CANCELLED' });
    expect(messages).toEqual([{ name: 'campaign.cancelled', payload: viewAfter(state) }]);
  });

  test('is not published as such when it was a draft', () => {
    expect(cancel(draft, {}, owner)).toMatchObject({ state: { status: 'CANCELLED' }, messages: [] });
  });
});

describe('an edit', () => {
  const edit = (
    campaign: Campaign,
    edits: Omit<Params<'campaigns.update'>, 'id'>,
    context: CommandContext = owner,
  ) => update(campaign, { id: key, ...edits }, context);

  test('changes what it names and nothing else', () => {
    const edits = { title: 'Two wells', description: 'deep', goal_amount: 9000, ends_at };
    expect(edit(draft, edits).state).toEqual({ ...draft, ...edits });
    expect(edit(published, { title: 'Two wells' }).state).toEqual({ ...published, title: 'Two wells' });
  });

  test('is published where the campaign is', () => {
    const { state, messages } = edit(published, { title: 'Two wells' });
    expect(messages).toEqual([{ name: 'campaign.updated', payload: viewAfter(state) }]);
    expect(edit(draft, { title: 'Two wells' }).messages).toEqual([]);
  });

  test('without a change does nothing', () => {
    expect(edit(ending, {}).state).toBe(ending);
    const { state, messages } = edit(ending, { title: ending.title, ends_at: '2026-03-01T00:00:00Z' });
    expect(state).toBe(ending);
    expect(messages).toEqual([]);
  });

  test.each<[string, Campaign, Omit<Params<'campaigns.update'>, 'id'>, CommandContext, string]>([
    ['by a stranger', published, { title: 'Mine' }, stranger, 'PERMISSION_DENIED'],
    ['of a draft by a stranger', draft, { title: 'Mine' }, stranger, 'CAMPAIGN_NOT_FOUND'],
    ['of one that is closed', closed, { title: 'Two wells' }, owner, 'TRANSITION_NOT_ALLOWED'],
    ['of one that is cancelled', cancelled, { title: 'Two wells' }, admin, 'TRANSITION_NOT_ALLOWED'],
    ['to an end that has passed', published, { ends_at: at }, owner, 'VALIDATION_FAILED'],
  ])('%s is refused', (_what, campaign, edits, context, code) => {
    expect(codeFrom(() => edit(campaign, edits, context))).toBe(code);
  });

  test('that lowers the goal to the raised amount makes it funded', () => {
    const { state, messages } = edit({ ...published, raised_amount: 3000 }, { goal_amount: 3000 });
    expect(state.funded_at).toBe(at);
    expect(messages.map(({ name }) => name)).toEqual(['campaign.funded', 'campaign.updated']);
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
    ['it is cancelled after its end', cancel(end(ending, { ends_at }).state, {}, owner)],
  ])('changes no timer where %s', (_what, { timers }) => {
    expect(timers).toEqual([]);
  });

  test('closes it, and that is published', () => {
    const { state, messages } = end(ending, { ends_at });
    expect(state).toEqual({ ...ending, status: 'CLOSED' });
    expect(messages).toEqual([{ name: 'campaign.closed', payload: viewAfter(state) }]);
  });

  test.each([
    ['was moved meanwhile', { ...ending, ends_at: later_end }],
    ['was removed meanwhile', { ...ending, ends_at: null }],
    ['has closed already', close(ending, {}, owner).state],
    ['was cancelled', cancel(ending, {}, owner).state],
  ])('does nothing to one that %s', (_what, campaign) => {
    const { state, messages } = end(campaign, { ends_at });
    expect(state).toBe(campaign);
    expect(messages).toEqual([]);
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
  const messagesOf = (campaign: Campaign, amount: number) => raise(campaign, moved(amount), owner).messages;

  test('grows with captures and shrinks with refunds', () => {
    const raised = raise(raise(published, moved(3000), owner).state, moved(1000), owner).state;
    expect(raised).toEqual({ ...published, raised_amount: 4000 });
    expect(lower(raised, moved(500))).toMatchObject({ state: { raised_amount: 3500 }, messages: [] });
  });

  test('is published when it reaches the goal, and not again when it does so again', () => {
    expect(messagesOf(published, 4999)).toEqual([]);
    const { state, messages } = raise({ ...published, raised_amount: 4999 }, moved(1), owner);
    expect(state).toMatchObject({ raised_amount: 5000, funded_at: at });
    const payload = { campaign_id: key, owner_id, goal_amount: 5000, currency: 'EUR' };
    expect(messages).toEqual([{ name: 'campaign.funded', payload }]);
    const again = lower(state, moved(1)).state;
    expect(again.funded_at).toBe(at);
    expect(messagesOf(again, 1)).toEqual([]);
  });

  test('counts for a closed or cancelled campaign, but does not make a cancelled one funded', () => {
    expect(messagesOf(closed, 5000)).toHaveLength(1);
    const { state, messages } = raise(cancelled, moved(5000), owner);
    expect(state).toMatchObject({ raised_amount: 5000, funded_at: null });
    expect(messages).toEqual([]);
  });
});

test('a campaign that was never published is visible to its owner and admins only, all others to everyone', () => {
  const seers = (campaign: Campaign) =>
    [owner, admin, stranger, nobody].map(({ caller }) => isVisible(campaign, caller));
  expect(seers(draft)).toEqual([true, true, false, false]);
  expect(seers(cancel(draft, {}, owner).state)).toEqual([true, true, false, false]);
  for (const campaign of [published, closed, cancelled])
    expect(seers(campaign)).toEqual([true, true, true, true]);
});

function codeFrom(decide: () => unknown): string | undefined {
  try {
    decide();
    return undefined;
  } catch (error) {
    return codeOf(error);
  }
}
