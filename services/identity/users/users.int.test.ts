import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readConfig } from '#config';
import type { User } from '#contracts';
import { createNode, settingsOf } from '#lib/broker';
import type { Broker } from '#lib/service';
import { loadServices } from '#lib/services';
import { world } from '#lib/world';
import { callerOf, permissionsOf } from '#test/callers';
import { metaOf } from '#test/platform';
import { testDatabases, type TestDatabases } from '#test/postgres';

let databases: TestDatabases;
let broker: Broker;

beforeAll(async () => {
  databases = await testDatabases(await loadServices(['users']));
  const url = databases.urls.get('users')!;
  const settings = {
    ...readConfig({}),
    databases: { users: url },
    sandbox_webhook_secrets: [],
    link_secret: '',
    caller_secret: 'c',
  };
  broker = createNode({ logger: false, validator: false }, settings, await loadServices(['users']));
  await broker.start();
});

afterAll(async () => {
  await broker.stop();
  await databases.drop();
});

const ann = () => ({ user_id: world.newId(), email: 'ann@example.org', name: 'Ann' });

test('a new user is stored', async () => {
  const profile = ann();
  const user = await broker.call<User, object>('users.create', profile);
  const { user_id, ...rest } = profile;
  expect(user).toEqual({ id: user_id, ...rest, email_verified: false, created_at: user.created_at });
  expect(Date.parse(user.created_at)).toBeGreaterThan(Date.parse('2026-01-01'));
  expect(await broker.call('users.get', { user_id })).toEqual(user);
});

test('the same user_id again changes nothing', async () => {
  const profile = ann();
  const first = await broker.call('users.create', profile);
  expect(await broker.call('users.create', { ...profile, name: 'Another' })).toEqual(first);
});

test('many requests at the same moment create one user', async () => {
  const profile = ann();
  const users = await Promise.all(Array.from({ length: 20 }, () => broker.call('users.create', profile)));
  expect(new Set(users.map((user) => JSON.stringify(user))).size).toBe(1);
});

test('a signed-in user sees themselves', async () => {
  const profile = ann();
  const user = await broker.call('users.create', profile);
  const meta = metaOf(settingsOf(broker), { caller: callerOf(profile.user_id) });
  const permissions = [...permissionsOf('member')].sort();
  expect(await broker.call('users.me', {}, { meta })).toEqual({
    ...(user as object),
    version: 1,
    permissions,
  });
});

test('an unknown id is no user', async () => {
  const user_id = world.newId();
  const meta = metaOf(settingsOf(broker), { caller: callerOf(user_id) });
  await expect(broker.call('users.get', { user_id })).rejects.toMatchObject({ type: 'USER_NOT_FOUND' });
  await expect(broker.call('users.me', {}, { meta })).rejects.toMatchObject({ type: 'USER_NOT_FOUND' });
  await expect(broker.call('users.me', {})).rejects.toMatchObject({ type: 'SIGN_IN_REQUIRED' });
});

test.each([' ', 'Ann\u0000', 'Ann\nBob', ''])('%j is no name', async (name) => {
  const asked = broker.call('users.create', { ...ann(), name });
  await expect(asked).rejects.toMatchObject({
    type: 'VALIDATION_FAILED',
    data: { errors: [{ pointer: '/name' }] },
  });
});
