import { callerOf } from '#test/callers';
import type { Payload } from '#contracts';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { world } from '#lib/world';
import {
  freshWorld,
  outcomeOf,
  published,
  type Node,
  type World,
} from '../../services/identity/auth/fixture.test.ts';

let fixture: World;
let node: Node;

beforeAll(async () => {
  fixture = await freshWorld();
  node = await fixture.node();
});
afterAll(() => fixture.stop());

/** A new user, not verified. */
async function anAccount() {
  const email = `${world.newId()}@example.org`;
  const { user } = await node.call('auth.register', {
    email,
    password: `pass ${world.newId()}`,
    name: 'Ann',
  });
  return { ...user, meta: { caller: callerOf(user.id) } };
}

type Asked = Payload<'user.verification_requested'>;
const messagesOf = async <P extends { user_id: string }>(name: string, user_id: string) =>
  ((await published(fixture.users, name)) as P[]).filter((payload) => payload.user_id === user_id);
const ask = ({ meta }: Awaited<ReturnType<typeof anAccount>>) =>
  node.call('users.request_verification', {}, meta);
async function aLink(user: Awaited<ReturnType<typeof anAccount>>) {
  await ask(user);
  const [asked] = await messagesOf<Asked>('user.verification_requested', user.id);
  return new URL(asked!.url).searchParams.get('token')!;
}
const verified = (user_id: string) => messagesOf('user.email_verified', user_id);

test('the link goes by a message to the address of the account, and says until when it is valid', async () => {
  const user = await anAccount();
  expect(user.email_verified).toBe(false);
  const answer = await ask(user);
  const [asked] = await messagesOf<Asked>('user.verification_requested', user.id);
  expect(asked).toMatchObject({ email: user.email, expires_at: answer.expires_at });
  expect(new URL(asked!.url).pathname).toBe('/verify-email');
  expect(answer).toEqual({ email: user.email, expires_at: asked!.expires_at });
});

test('opening the link changes nothing; its button verifies the address, and tells so once', async () => {
  const user = await anAccount();
  const token = await aLink(user);
  const { html } = await node.call('users.verification_page', { token });
  expect(html).toContain('<form method="post" action="/verify-email">');
  expect((await node.call('users.me', {}, user.meta)).email_verified).toBe(false);
  expect(await verified(user.id)).toEqual([]);

  await Promise.all([1, 2, 3].map(() => node.call('users.verify', { token })));
  expect((await node.call('users.me', {}, user.meta)).email_verified).toBe(true);
  expect(await verified(user.id)).toMatchObject([{ user_id: user.id, email: user.email }]);
  expect((await node.call('users.verification_page', { token })).html).not.toContain('<form');
  expect(await outcomeOf(ask(user))).toBe('EMAIL_ALREADY_VERIFIED');
});

test('a user may ask for three links an hour, however many ask at once', async () => {
  const user = await anAccount();
  const outcomes = await Promise.all([1, 2, 3, 4, 5].map(() => outcomeOf(ask(user))));
  expect(outcomes.sort()).toEqual(['VERIFICATION_TOO_OFTEN', 'VERIFICATION_TOO_OFTEN', 'ok', 'ok', 'ok']);
  expect(await messagesOf('user.verification_requested', user.id)).toHaveLength(3);
  await fixture.users.query(
    `update verification_requests set at = at - interval '61 minutes' where user_id = $1`,
    [user.id],
  );
  expect(await outcomeOf(ask(user))).toBe('ok');
});

test('the link of one account verifies no other, and none that was invented does', async () => {
  const [user, other] = [await anAccount(), await anAccount()];
  const token = (await aLink(user)).replace(user.id, other.id);
  for (const bad of [token, 'nonsense', `${world.newId()}.1.${'x'.repeat(43)}`]) {
    expect(await outcomeOf(node.call('users.verify', { token: bad }))).toBe('VERIFICATION_LINK_INVALID');
    expect(await outcomeOf(node.call('users.verification_page', { token: bad }))).toBe(
      'VERIFICATION_LINK_INVALID',
    );
  }
  expect((await node.call('users.me', {}, other.meta)).email_verified).toBe(false);
});
