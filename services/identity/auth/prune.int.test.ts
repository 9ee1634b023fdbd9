import { world } from '#lib/world';
import { until } from '#test/platform';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ann, freshWorld, type World } from './fixture.test.ts';

let fixture: World;
beforeAll(async () => {
  fixture = await freshWorld();
});
afterAll(() => fixture.stop());

/** A login session of `user_id` whose token expired so many days ago. */
async function aSession(user_id: string, days: number): Promise<string> {
  const id = world.newId();
  await fixture.auth.query(
    `insert into login_sessions (id, user_id, created_at, last_used_at, current_token, amr) values ($1, $2, now(), now(), $3, '{pwd}')`,
    [id, user_id, id],
  );
  await fixture.auth.query(
    `insert into refresh_tokens values ($1, $2, now(), now() - $3 * interval '1 day')`,
    [id, id, days],
  );
  return id;
}

test('tokens are deleted 30 days after they expired, and a login session with its last token', async () => {
  const node = await fixture.node();
  const { user } = await node.call('auth.register', ann);
  const { refresh_token } = await node.call('auth.login', { email: ann.email, password: ann.password });
  const [old, young] = [await aSession(user.id, 31), await aSession(user.id, 29)];
  await fixture.auth.query(
    `insert into refresh_tokens values ('spent long ago', $1, now(), now() - interval '31 days')`,
    [young],
  );
  await fixture.auth.query(
    `update timers set due_at = now(), leased_until = null where name = 'retention refresh_tokens'`,
  );
  const tokensLeft = async () =>
    (
      await fixture.auth.query<{ hash: string }>('select hash from refresh_tokens order by expires_at')
    ).rows.map(({ hash }) => hash);
  await until(async () => !(await tokensLeft()).includes(old));
  await fixture.auth.query(
    `update timers set due_at = now(), leased_until = null where name = 'retention login_sessions'`,
  );
  const isThere = async (id: string) =>
    (await fixture.auth.query('select from login_sessions where id = $1', [id])).rowCount === 1;
  await until(async () => !(await isThere(old)));

  expect(await tokensLeft()).toContain(young);
  expect(await tokensLeft()).not.toContain('spent long ago');
  expect(await isThere(young)).toBe(true);
  await node.call('auth.refresh', { refresh_token });
});
