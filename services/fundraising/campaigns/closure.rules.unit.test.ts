import type { Campaign } from '#contracts';
import { world } from '#lib/world';
import type { CommandContext } from '#mixins/actors/decision';
import { aCaller } from '#test/callers';
import { given } from '#test/rules/given';
import { describe, test } from '@jest/globals';
import { cancel, close, create, publish } from './campaign.rules.ts';
import { closeWithOwner } from './closure.rules.ts';

const nobody = { key: world.newId(), now: '2026-01-31T12:00:00.000Z', caller: undefined };
const owner: CommandContext = { ...nobody, caller: aCaller() };
const ends_at = '2026-03-01T00:00:00.000Z';
const wish = { title: 'A well', description: '', goal_amount: 5000, currency: 'EUR', ends_at };
const draft = create(undefined, wish, owner).state;
const published = publish(draft, {}, owner).state;
const closed = close(published, {}, owner).state;
const cancelled = cancel(published, {}, owner).state;

describe('a campaign whose owner has deleted their account', () => {
  const over = (campaign: Campaign, is_erased: boolean) =>
    given(campaign).when(closeWithOwner, { is_erased }, nobody);

  test.each([false, true])('takes no more pledges (erased: %s)', (is_erased) => {
    over(published, is_erased)
      .thenPublishes('campaign.closed')
      .thenBecomes({ status: 'CLOSED', title: wish.title })
      .thenUnschedules('campaigns.end', draft.id);
  });

  test('stays the draft that it is until they are erased; then nothing of it is left to read', () => {
    over(draft, false).thenPublishesNothing().thenBecomes(draft);
    const empty = { title: 'Erased', description: 'Erased', status: 'CANCELLED' } as const;
    over(draft, true).thenPublishesNothing().thenBecomes(empty);
    const given_up = cancel(draft, {}, owner).state;
    over(given_up, true).thenPublishesNothing().thenBecomes(empty);
  });

  test.each([
    ['closed', closed],
    ['cancelled', cancelled],
  ])('stays %s, and as it was shown', (_, campaign) => {
    over(campaign, true).thenPublishesNothing().thenBecomes(campaign);
  });
});
