import type { Campaign, Permission } from '#contracts';
import { codeOf } from '#lib/errors';
import { world } from '#lib/world';
import type { Circumstances } from '#mixins/actors/decision';
import { describe, expect, test } from '@jest/globals';
import { close, create, isVisible, publish, viewOf } from './campaign.ts';

const owner_id = world.newId();
const key = world.newId();
const at = '2026-01-31T12:00:00.000Z';
const by = (user_id: string, ...permissions: Permission[]): Circumstances => ({
  ...{ key, at, by: { user_id, permissions } },
});
const owner = by(owner_id, 'donor');
const admin = by(world.newId(), 'donor', 'admin');
const stranger = by(world.newId(), 'donor');
const nobody: Circumstances = { ...owner, by: undefined };

const wish = { title: 'A well', description: '', goal_amount: 5000, currency: 'EUR' };
const draft = create(undefined, wish, owner).state;
const published = publish(draft, {}, owner).state;
const closed = close(published, {}, owner).state;

/** What is told: with the version that the change has once it is saved. */
const viewAfter = (campaign: Campaign) => ({ ...viewOf(campaign), version: campaign.version + 1 });

describe('a campaign', () => {
  test('begins as a draft of who makes it, and nobody is told', () => {
    const { state, messages } = create(undefined, wish, owner);
    expect(state).toEqual({
      id: key,
      owner_id,
      ...wish,
      ends_at: null,
      status: 'DRAFT',
      created_at: at,
      version: 0,
    });
    expect(messages).toEqual([]);
  });

  test('keeps its end in one notation, so that it can be compared as text', () => {
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
  ])('is published and closed by %s, and both are told', (_who, circumstances) => {
    const opened = publish(draft, {}, circumstances);
    expect(opened.state.status).toBe('PUBLISHED');
    expect(opened.messages).toEqual([{ name: 'campaign.published', payload: viewAfter(opened.state) }]);
    const ended = close(opened.state, {}, circumstances);
    expect(ended.state.status).toBe('CLOSED');
    expect(ended.messages).toEqual([{ name: 'campaign.closed', payload: viewAfter(ended.state) }]);
  });

  test.each<[string, typeof publish, Campaign, Circumstances, string]>([
    ['published by a stranger: they see no drafts', publish, draft, stranger, 'CAMPAIGN_NOT_FOUND'],
    ['published by nobody', publish, draft, nobody, 'CAMPAIGN_NOT_FOUND'],
    ['closed by a stranger', close, published, stranger, 'PERMISSION_DENIED'],
    ['published again', publish, published, owner, 'TRANSITION_NOT_ALLOWED'],
    ['published once closed', publish, closed, owner, 'TRANSITION_NOT_ALLOWED'],
    ['closed as a draft', close, draft, owner, 'TRANSITION_NOT_ALLOWED'],
    ['closed again', close, closed, owner, 'TRANSITION_NOT_ALLOWED'],
  ])('is not %s', (_what, rule, campaign, circumstances, code) => {
    expect(codeFrom(() => rule(campaign, {}, circumstances))).toBe(code);
  });
});

test('a draft whose end has passed is not published', () => {
  const late = { ...owner, at: '2999-01-01T00:00:00.000Z' };
  const ending = { ...draft, ends_at: '2998-12-31T23:59:59.000Z' };
  expect(() => publish(ending, {}, late)).toThrow(expect.objectContaining({ type: 'CAMPAIGN_ENDED' }));
});

test('a draft is seen by its owner and admins alone, all else by everyone', () => {
  const seers = (campaign: Campaign) =>
    [owner, admin, stranger, nobody].map(({ by }) => isVisible(campaign, by));
  expect(seers(draft)).toEqual([true, true, false, false]);
  expect(seers(published)).toEqual([true, true, true, true]);
  expect(seers(closed)).toEqual([true, true, true, true]);
});

function codeFrom(decide: () => unknown): string | undefined {
  try {
    decide();
    return undefined;
  } catch (error) {
    return codeOf(error);
  }
}
