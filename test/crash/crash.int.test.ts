import { cleanUp } from '#test/fresh/process';
import { afterEach, expect, test } from '@jest/globals';
import { seeded, storm, type Victim } from './storm.ts';

afterEach(cleanUp);

const VICTIMS: Victim[] = ['the platform', 'a thread', 'postgres', 'a thread', 'the platform'];

test('whatever is killed, and whenever: what was acknowledged is there, and has its effect once', async () => {
  const aftermath = await storm({ victims: VICTIMS, acknowledged: [300, 600], random: seeded(20_011) });
  expect(aftermath.wrong).toEqual([]);
  expect(aftermath.pledges).toBeGreaterThan(VICTIMS.length * 50);
});
