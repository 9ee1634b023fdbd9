import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { loadServices } from '#lib/services';
import { until } from '#test/platform';
import type { Payload } from '#contracts';
import { ann, freshWorld, outcomeOf, published, type Node, type World } from './fixture.test.ts';

const admin = { email: 'Root@example.org', password: 'source of all evil' };
let fixture: World;

beforeEach(async () => {
  fixture = await freshWorld();
});
afterEach(() => fixture.stop());

const services = ['auth', 'permissions', 'users'];

const rolesOf = async () =>
  ((await published(fixture.auth, 'user.registered')) as Payload<'user.registered'>[]).map(
    ({ roles }) => roles,
  );

const isMade = (node: Node) => async () => (await outcomeOf(node.call('auth.login', admin))) === 'ok';

test('the first start creates the admin, and logs no password', async () => {
  const node = await fixture.node(services, admin);
  await until(isMade(node));
  expect(await rolesOf()).toEqual([['member', 'admin']]);
  const { rows } = await fixture.users.query('select email from users');
  expect(rows).toEqual([{ email: 'root@example.org' }]);
  expect(node.lines.length).toBeGreaterThan(0);
  expect(node.lines.filter((line) => line.includes(admin.password))).toEqual([]);
});

test('until the admin can sign in, the service is not ready', async () => {
  const node = await fixture.node(['auth'], admin); // without users no account can be made
  const isReady = () =>
    node.broker.call('auth.health').then(
      () => true,
      () => false,
    );
  expect(await isReady()).toBe(false);
  const whole = await fixture.node(['auth', 'users'], admin);
  await until(() =>
    whole.broker.call('auth.health').then(
      () => true,
      () => false,
    ),
  );
  expect(await isMade(whole)()).toBe(true);
});

test('several nodes that start at the same moment create one', async () => {
  const nodes = await Promise.all(Array.from({ length: 3 }, () => fixture.node(services, admin)));
  await until(isMade(nodes[0]!));
  await Promise.all(nodes.map(({ broker }) => broker.stop())); // waits until they have created it
  const { rows } = await fixture.auth.query('select from credentials');
  expect(rows).toHaveLength(1);
  expect(
    nodes.flatMap(({ lines }) => lines).filter((line) => /could not be made|ADMIN_EMAIL/.test(line)),
  ).toEqual([]);
});

test('an easily guessed password is warned of, and accepted: the operator may choose', async () => {
  const node = await fixture.node(services, { ...admin, password: 'password1234' });
  await until(
    async () => (await outcomeOf(node.call('auth.login', { ...admin, password: 'password1234' }))) === 'ok',
  );
  expect(node.lines.filter((line) => line.includes('ADMIN_PASSWORD is easily guessed'))).toHaveLength(1);
});

test('the next start leaves the admin, and the password, as they are', async () => {
  await until(isMade(await fixture.node(services, admin)));
  const { rows: before } = await fixture.auth.query('select * from credentials');
  const changed = await fixture.node(services, { ...admin, password: 'another password' });
  expect(await outcomeOf(changed.call('auth.login', { ...admin, password: 'another password' }))).toBe(
    'CREDENTIALS_WRONG',
  );
  await changed.broker.stop(); // waits until it has tried
  const { rows: after } = await fixture.auth.query('select * from credentials');
  expect(after).toEqual(before);
});

test('while users is unavailable the node runs, and creates the admin once users is there', async () => {
  const node = await fixture.node(['auth', 'permissions'], admin);
  await until(() => node.lines.some((line) => line.includes(`Service 'users.create' is not registered`))); // it has tried
  expect(await outcomeOf(node.call('auth.login', admin))).toBe('CREDENTIALS_WRONG');
  const [users] = await loadServices(['users']);
  node.broker.createService(users!.schema);
  await until(isMade(node));
});

test('a node that still tries can be stopped', async () => {
  const node = await fixture.node(['auth', 'permissions'], admin);
  await node.broker.stop();
});

test('a donor with the address stays a donor, and a warning says so', async () => {
  const before = await fixture.node();
  await before.call('auth.register', { ...ann, ...admin });
  const node = await fixture.node(services, admin);
  await until(() => node.lines.some((line) => /ADMIN_EMAIL.*no admin/.test(line)));
  expect(await rolesOf()).toEqual([['member']]);
});

test('an invalid address is reported once, and the node runs', async () => {
  const node = await fixture.node(services, { ...admin, email: 'root' });
  await until(() => node.lines.some((line) => line.includes('The first admin could not be made')));
  expect(await outcomeOf(node.call('auth.jwks', {}))).toBe('ok');
});
