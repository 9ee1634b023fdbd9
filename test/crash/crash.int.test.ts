import { cleanUp } from '#test/fresh/process';
import { isWhole } from '#test/whole';
import { afterEach, expect, test } from '@jest/globals';
import { seeded, storm, type Victim } from './storm.ts';

afterEach(cleanUp);

const VICTIMS: Victim[] = isWhole
  ? ['the platform', 'a thread', 'postgres', 'a thread', 'the platform']
  : ['a thread', 'postgres', 'the platform'];
const ACKNOWLEDGED = isWhole ? ([300, 600] as const) : ([100, 200] as const);

test('whatever is killed, and whenever: everything acknowledged is there, and has its effect once', async () => {
  const aftermath = await storm({ victims: VICTIMS, acknowledged: ACKNOWLEDGED, random: seeded(20_011) });
  expect(aftermath.wrong).toEqual([]);
  expect(aftermath.pledges).toBeGreaterThan(VICTIMS.length * (ACKNOWLEDGED[0] / 6));
});
