import { isWhole } from '#test/whole';
import { expect, test } from '@jest/globals';
import { WHOLE_LIFE } from './life.ts';
import { bothSidesOf, crashAtEach } from './steps.ts';

// What relays note of messages that were handed over is the same each time: of that the first in each database.
// `npm run chaos` crashes at them all.
const ENOUGH = 1;
// Of the short form: every so many, over the whole life; odd, so that it has both sides.
const STRIDE = isWhole ? 1 : 9;

test('at whichever commit a node crashes, before it or after it, the life of a pledge ends in the same', async () => {
  const { lives } = await crashAtEach((writes) =>
    bothSidesOf(writes)
      .filter(({ write, nth }) => !write.endsWith('insert into deliveries') || nth <= ENOUGH)
      .filter((_, i) => i % STRIDE === 0),
  );
  for (const { point, crashed_at, end } of lives)
    expect({ point, crashed_at, end }).toEqual({ point, crashed_at, end: WHOLE_LIFE });
  // Should two that raced have ended as one here and as two there, a few were over before their point.
  const missed = lives.filter(({ crashed_at }) => crashed_at === undefined);
  expect(missed.length).toBeLessThanOrEqual(lives.length / 10);
}, 1_800_000); // 100 lives, where one takes 1 s or 10
