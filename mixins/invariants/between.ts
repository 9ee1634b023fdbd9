// What must hold between services. They are read one after another while they move: what seems wrong is looked at again.
import { world } from '#lib/world';
import type { Look } from './index.ts';

// A message takes a few ms, under load some 100. Who verifies waits 10 s at most.
const AGAIN_MS = 1000;
const LOOKS = 2;

/** What seems wrong, by the key of what it is about. */
export type Suspects = Map<string, string>;

/** Of what seems wrong, what still does when messages have had the time to arrive. */
export async function confirm(
  suspects: Suspects,
  lookAgain: (keys: string[]) => Promise<Suspects>,
): Promise<Look['violations']> {
  let still = suspects;
  for (let looks = 0; looks < LOOKS && still.size > 0; looks++) {
    await world.sleep(AGAIN_MS);
    still = await lookAgain([...still.keys()]);
  }
  return [...still].map(([key, found]) => ({ key, found }));
}

/** The look at one page: `ids`, in their order, of at most `limit`. */
export const lookAtPage = (ids: string[], limit: number, violations: Look['violations']): Look => ({
  checked: ids.length,
  violations,
  next: ids.length === limit ? ids.at(-1)! : null,
});
