import { isWhole } from '#test/whole';
import { expect, test } from '@jest/globals';
import { WHOLE_LIFE } from './life.ts';
import { bothSidesOf, crashAtEach } from './steps.ts';

// The relays' bookkeeping is the same for every message: of that, only the first in each database. `npm run chaos` crashes
// at all of them.
const ENOUGH = 1;
// The short form crashes at every ninth write of the whole life; odd, so that both sides occur.
const STRIDE = isWhole ? 1 : 9;

test('at whichever commit a node crashes, before it or after it, the life of a pledge ends the same', async () => {
  const { lives } = await crashAtEach((writes) =>
    bothSidesOf(writes)
      .filter(({ write, nth }) => !write.endsWith('insert into deliveries') || nth <= ENOUGH)
      .filter((_, i) => i % STRIDE === 0),
  );
  for (const { point, crashed_at, end } of lives)
    expect({ point, crashed_at, end }).toEqual({ point, crashed_at, end: WHOLE_LIFE });
  // Writes that raced may be one statement here and two there: so a few lives may end before their crash.
  const missed = lives.filter(({ crashed_at }) => crashed_at === undefined);
  expect(missed.length).toBeLessThanOrEqual(lives.length / 10);
}, 1_800_000); // 100 lives of 1 to 10 s each
