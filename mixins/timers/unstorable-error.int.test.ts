import { world } from '#lib/world';
import { startTestPlatform, until, type TestPlatform } from '#test/platform';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { timerOf, due, timedCounters } from './timers.fixture.ts';

const fixture = timedCounters();
let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform({ services: [], own: [fixture.service] });
});
afterEach(() => {
  fixture.effect = () => Promise.resolve();
});
afterAll(() => platform.stop());

test.each([
  ['is cut inside an emoji', () => new Error(`${'x'.repeat(992)}😀`)],
  ['holds half a surrogate pair', () => new Error('\ud83d')],
  ['can not be made a text', () => Object.create(null) as Error],
])('an error that %s is a failure like any other, and its neighbours fire', async (_what, error) => {
  const [lame, sound] = [world.newId(), world.newId()];
  fixture.effect = ({ key }) => (key === lame ? Promise.reject(error()) : Promise.resolve());
  await due(platform, 'outside', lame);
  await until(() => fixture.outside.some(({ key }) => key === lame));
  await due(platform, 'outside', sound);
  await until(async () => !(await timerOf(platform, 'outside', sound)));
  await until(async () => (await timerOf(platform, 'outside', lame))?.attempts);
  expect((await timerOf(platform, 'outside', lame))!.error).toEqual(expect.any(String));
});
