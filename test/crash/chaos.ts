// `npm run chaos`: a crash at both sides of every write of a pledge's life, then a storm of kills under load. Prints its
// steps and findings; exits with 1 where anything is wrong. `--kills 20` sets their number, `--seed 1` chooses them.
import startTestServer, { type ServerOfTheRun } from '#test/postgres';
import { cleanUp } from '#test/fresh/process';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { WHOLE_LIFE } from './life.ts';
import { bothSidesOf, crashAtEach, type Lived } from './steps.ts';
import { seeded, storm, type Victim } from './storm.ts';

const VICTIMS: Victim[] = ['the platform', 'a thread', 'everything', 'a thread', 'postgres'];
const ACKNOWLEDGED = [700, 1400] as const;

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '20' }, seed: { type: 'string', default: '1' } },
});
const print = (text: string) => console.log(text);

const isWhole = await crashAtEveryWrite();
const isCalm = await killUnderLoad(Number(values.kills), Number(values.seed));
process.exitCode = isWhole && isCalm ? 0 : 1;

async function crashAtEveryWrite(): Promise<boolean> {
  await startTestServer();
  let count = 0;
  try {
    const { writes, lives } = await crashAtEach(bothSidesOf, () => {
      if (++count % 10 === 0) print(`  ${count} lives`);
    });
    const wrong = lives.filter(({ end }) => !isDeepStrictEqual(end, WHOLE_LIFE));
    const missed = lives.filter(({ crashed_at }) => crashed_at === undefined);
    print(
      `A pledge's life is ${writes.length} writes. ${lives.length} lives, a crash before or after each write: ` +
        `${lives.length - wrong.length} ended alike, ${wrong.length} did not; ${missed.length} were over before their point.`,
    );
    for (const each of wrong) print(`  ${nameOf(each)}: ${JSON.stringify(each.end)}`);
    return wrong.length === 0;
  } finally {
    await (globalThis as ServerOfTheRun).stopTestServer?.();
  }
}

const nameOf = ({ point: { side, nth, write } }: Lived) => `${side} ${write}, no. ${nth}`;

async function killUnderLoad(kills: number, seed: number): Promise<boolean> {
  const random = seeded(seed);
  const victims = Array.from({ length: kills }, (_, i) => VICTIMS[i % VICTIMS.length]!);
  try {
    const { pledges, webhooks, wrong } = await storm({ victims, acknowledged: ACKNOWLEDGED, random, print });
    print(
      `${kills} kills (seed ${seed}): ${pledges} pledges and ${webhooks} webhooks were acknowledged; ` +
        `${wrong.length} wrong, by the promises, the invariants and \`commonweal verify\`.`,
    );
    for (const each of wrong) print(`  ${each}`);
    return wrong.length === 0;
  } finally {
    await cleanUp();
  }
}
