// The same life again and again, on a node that crashes at another step of it each time.
import type { Failpoint } from '#test/failpoints';
import { openLane, type Lane } from './lane.ts';
import { booksOf, endOf, live, openCampaign, signIn, type Cast, type End } from './life.ts';

/** A life with a crash: the write at which it happened, and the state of everything at the end. */
export interface Lived {
  point: Failpoint;
  /** Undefined: the life ended before the crash. */
  crashed_at: string | undefined;
  end: End;
}

// Two: a life waits for the disk and for relays more than it computes.
const LANES = 2;

/** Lives one life per chosen point; calls `report` at the end of each. */
export async function crashAtEach(
  choose: (writes: string[]) => Failpoint[],
  report: (lived: Lived) => void = () => {},
): Promise<{ writes: string[]; lives: Lived[] }> {
  const lanes = await Promise.all(Array.from({ length: LANES }, openLane));
  try {
    const casts = await Promise.all(lanes.map(signIn));
    const { writes } = await liveOnce(lanes[0]!, casts[0]!, null);
    const points = choose(writes);
    const lives: Lived[] = [];
    await Promise.all(
      lanes.map(async (lane, i) => {
        for (let point = points.shift(); point; point = points.shift()) {
          const { crashed_at, end } = await liveOnce(lane, casts[i]!, point);
          const lived = { point, crashed_at, end };
          lives.push(lived);
          report(lived);
        }
      }),
    );
    return { writes, lives };
  } finally {
    await Promise.all(lanes.map((lane) => lane.close()));
  }
}

/** Both sides of every write; for a poll of timers, only the side after it. */
export const bothSidesOf = (writes: string[]): Failpoint[] =>
  writes.flatMap((write, i) => {
    const nth = writes.slice(0, i + 1).filter((each) => each === write).length;
    const after: Failpoint = { write, nth, side: 'after' };
    return write.endsWith('update timers') ? [after] : [{ ...after, side: 'before' }, after];
  });

async function liveOnce(lane: Lane, cast: Cast, point: Failpoint | null) {
  const campaign_id = await openCampaign(lane, cast);
  const before = await booksOf(lane);
  await lane.arm(point);
  const pledge_id = await live(lane, cast, campaign_id);
  const found = await lane.disarm();
  return { ...found, end: await endOf(lane, cast, pledge_id, before) };
}
