import { world } from '#lib/world';
import { startTestPlatform, until, type TestPlatform } from '#test/platform';
import { afterAll, beforeAll, test } from '@jest/globals';
import { cancelled, consumers, publish, publisher } from './consumers.fixture.ts';

const fixture = consumers();
let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform({ services: [], own: [publisher, fixture.payments, fixture.totals] });
});
afterAll(() => platform.stop());

test.each(['\ud83d', '\0'])(
  'a message with %j that its consumer fails on leaves the outbox, and so do others',
  async (text) => {
    const [lame, sound] = [world.newId(), world.newId()];
    fixture.failing = ({ key }) => key === lame && new Error('never');
    await publish(platform, (tx) => {
      const payload = { pledge_id: lame, campaign_id: lame, amount: 1, currency: text };
      return tx.publish('pledge.cancelled', payload as never);
    });
    await publish(platform, (tx) => cancelled(tx, sound, 1));
    await until(() => fixture.taken(sound).length === 1);
    await until(async () => (await platform.count('pledges', 'outbox')) === 0);
  },
);
