import { startTestPlatform, type TestPlatform } from '#test/platform';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

let platform: TestPlatform;

beforeAll(async () => {
  platform = await startTestPlatform({ services: ['auth', 'users'] });
});
afterAll(() => platform.stop());

/** Locks a service's outbox until its release. */
async function holdOutbox(service: string) {
  const rival = await platform.db(service).connect();
  await rival.query('begin');
  await rival.query('lock table outbox');
  return {
    rival,
    async letGo() {
      await rival.query('commit');
      rival.release();
    },
  };
}

test('a message that goes to an outbox that was read already is waited for', async () => {
  const users = await holdOutbox('users');
  let isDelivered = false;
  const answer = platform.quiet().then(() => isDelivered);
  await platform.blocked('users', 1); // auth was found empty, users is being read
  const auth = await holdOutbox('auth');
  await auth.rival.query(
    `insert into deliveries (consumer, seq, message, key, attempts, due_at) values ('nobody', 1, '{}', 'k', 0, 'infinity')`,
  );
  await users.letGo();
  await Promise.race([answer, platform.blocked('auth', 2)]); // the relay, and the second reading
  isDelivered = true;
  await auth.rival.query('delete from deliveries');
  await auth.letGo();
  expect(await answer).toBe(true);
});
