import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { loadServices } from '#lib/services';
import { until } from '#test/platform';
import jwt from 'jsonwebtoken';
import { ann, freshWorld, outcomeOf, type Node, type World } from './fixture.test.ts';

const admin = { email: 'Root@example.org', password: 'source of all evil' };
let house: World;

beforeEach(async () => {
  house = await freshWorld();
});
afterEach(() => house.stop());

const permissionsOf = async (node: Node) => {
  const { access_token } = await node.call('auth.login', admin);
  return (jwt.decode(access_token) as { permissions: string[] }).permissions;
};

const isMade = (node: Node) => async () => (await outcomeOf(node.call('auth.login', admin))) === 'ok';

test('the first start makes the admin, and logs no password', async () => {
  const node = await house.node(['auth', 'users'], admin);
  await until(isMade(node));
  expect(await permissionsOf(node)).toEqual(['donor', 'admin']);
  const { rows } = await house.users.query('select email, permissions from users');
  expect(rows).toEqual([{ email: 'root@example.org', permissions: ['donor', 'admin'] }]);
  expect(node.lines.length).toBeGreaterThan(0);
  expect(node.lines.filter((line) => line.includes(admin.password))).toEqual([]);
});

test('several nodes that start at the same moment make one', async () => {
  const nodes = await Promise.all(Array.from({ length: 3 }, () => house.node(['auth', 'users'], admin)));
  await until(isMade(nodes[0]!));
  await Promise.all(nodes.map(({ broker }) => broker.stop())); // waits for what they were making
  const { rows } = await house.auth.query('select from credentials');
  expect(rows).toHaveLength(1);
  expect(
    nodes.flatMap(({ lines }) => lines).filter((line) => /could not be made|ADMIN_EMAIL/.test(line)),
  ).toEqual([]);
});

test('a password that is easily guessed is warned of, and taken: it is for whoever runs the platform to choose', async () => {
  const node = await house.node(['auth', 'users'], { ...admin, password: 'password1234' });
  await until(
    async () => (await outcomeOf(node.call('auth.login', { ...admin, password: 'password1234' }))) === 'ok',
  );
  expect(node.lines.filter((line) => line.includes('ADMIN_PASSWORD is easily guessed'))).toHaveLength(1);
});

test('the next start leaves the admin, and the password, as they are', async () => {
  await until(isMade(await house.node(['auth', 'users'], admin)));
  const { rows: before } = await house.auth.query('select * from credentials');
  const changed = await house.node(['auth', 'users'], { ...admin, password: 'another password' });
  expect(await outcomeOf(changed.call('auth.login', { ...admin, password: 'another password' }))).toBe(
    'CREDENTIALS_WRONG',
  );
  await changed.broker.stop(); // waits for what it was making
  const { rows: after } = await house.auth.query('select * from credentials');
  expect(after).toEqual(before);
});

test('while users is away the node runs, and makes the admin when users is there', async () => {
  const node = await house.node(['auth'], admin);
  await until(() => node.lines.some((line) => line.includes(`Service 'users.create' is not registered`))); // it has tried
  expect(await outcomeOf(node.call('auth.login', admin))).toBe('CREDENTIALS_WRONG');
  const [users] = await loadServices(['users']);
  node.broker.createService(users!.schema);
  await until(isMade(node));
});

test('a node that still tries can be stopped', async () => {
  const node = await house.node(['auth'], admin);
  await node.broker.stop();
});

test('a donor who has the address stays a donor, and a warning says so', async () => {
  const before = await house.node();
  await before.call('auth.register', { ...ann, ...admin });
  const node = await house.node(['auth', 'users'], admin);
  await until(() => node.lines.some((line) => /ADMIN_EMAIL.*no admin/.test(line)));
  expect(await permissionsOf(node)).toEqual(['donor']);
});

test('an address that is none is reported once, and the node runs', async () => {
  const node = await house.node(['auth', 'users'], { ...admin, email: 'root' });
  await until(() => node.lines.some((line) => line.includes('The first admin could not be made')));
  expect(await outcomeOf(node.call('auth.jwks', {}))).toBe('ok');
});
