import { startTestPlatform, type TestPlatform } from '#test/platform';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

let platform: TestPlatform;

beforeAll(async () => {
  platform = await startTestPlatform({ services: ['auth', 'users'] });
});
afterAll(() => platform.stop());

/** Keeps everybody from a service's outbox until it is let go. */
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

test('a message that goes where was looked already is waited for', async () => {
  const users = await holdOutbox('users');
  let isHeard = false;
  const answer = platform.quiet().then(() => isHeard);
  await platform.blocked('users', 1); // auth was found empty, users is being looked at
  const auth = await holdOutbox('auth');
  await auth.rival.query(
    `insert into deliveries (consumer, seq, message, key, attempts, due_at) values ('nobody', 1, '{}', 'k', 0, 'infinity')`,
  );
  await users.letGo();
  await Promise.race([answer, platform.blocked('auth', 2)]); // the relay, and who looks once more
  isHeard = true;
  await auth.rival.query('delete from deliveries');
  await auth.letGo();
  expect(await answer).toBe(true);
});
