import { fail } from '#lib/errors';
import { world } from '#lib/world';
import { watch, type Watching } from '#test/events';
import { until } from '#test/platform';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import type { Socket } from 'node:net';
import { Streams } from './events.ts';
import { startGateway, type TestGateway } from './fixture.test.ts';

const campaign_id = world.newId();
let gateway: TestGateway;
let version: number;
/** How often the action was called. */
let asked: number;
let opened: Watching[];
/** The server's ends of them, in the same order. */
let connections: Socket[];

beforeEach(async () => {
  gateway = await startGateway();
  [version, asked, opened, connections] = [7, 0, [], []];
  gateway.server.on('connection', (socket: Socket) => connections.push(socket));
  gateway.handlers['totals.stream'] = async () => {
    asked++;
    return { version };
  };
});
afterEach(async () => {
  jest.restoreAllMocks();
  for (const each of opened) each.leave();
  await gateway.node.stop();
});

async function open(headers = {}, of = campaign_id): Promise<Watching> {
  const watching = await watch(`${gateway.url}/api/campaigns/${of}/totals/stream`, headers);
  opened.push(watching);
  return watching;
}

const hint = (...campaign_ids: string[]) =>
  gateway.node.broadcast('stream.hint', {
    name: 'totals.stream',
    params: campaign_ids.map((id) => ({ campaign_id: id })),
  });

/** Gives the gateway streams with other limits, before any is open. */
const limit = (options: { limit?: number; look_ms?: number }) =>
  Object.assign(gateway.node.getLocalService('gateway'), { streams: new Streams(gateway.node, options) });

const is = (id: number) => (sent: { id: string }) => sent.id === String(id);

test('a stream begins with the newest version, and has the headers of a stream', async () => {
  const { status, headers, events, newest, text } = await open();
  await newest(is(7));
  expect(events()).toEqual([{ id: '7', event: 'totals', data: { version: 7 } }]);
  expect(text()).toMatch(/^retry: \d+\n\n/);
  expect(status).toBe(200);
  expect(headers).toMatchObject({ 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
});

test('a client that knows the newest version gets only later ones', async () => {
  const known = await open({ 'last-event-id': '7' });
  const older = await open({ 'last-event-id': '6' });
  await older.newest(is(7));
  version = 8;
  await hint(campaign_id);
  await known.newest(is(8));
  expect(known.events().map(({ id }) => id)).toEqual(['8']);
});

test('however many watch, a change is read once', async () => {
  limit({ look_ms: 60_000 });
  const all = await Promise.all(Array.from({ length: 100 }, () => open()));
  expect(asked).toBe(100); // each as it came
  version = 8;
  await hint(campaign_id);
  await Promise.all(all.map(({ newest }) => newest(is(8))));
  expect(asked).toBe(101);
});

test('a change without a hint is found within a second', async () => {
  const slept = jest.spyOn(world, 'sleepUnless');
  const { newest } = await open();
  version = 8;
  await newest(is(8));
  // The authority looks twice a second for what callers may do.
  expect(Math.max(...slept.mock.calls.map(([, ms]) => ms))).toBe(1000);
});

test('a hint during a read causes another read', async () => {
  limit({ look_ms: 60_000 });
  const { newest } = await open();
  const looking = Promise.withResolvers<void>();
  const answer = Promise.withResolvers<{ version: number }>();
  gateway.handlers['totals.stream'] = () => (looking.resolve(), answer.promise);
  await hint(campaign_id);
  await looking.promise;
  await hint(campaign_id);
  gateway.handlers['totals.stream'] = async () => ({ version: 9 });
  answer.resolve({ version: 8 });
  await newest(is(9));
});

test('nothing older is sent, and nothing twice', async () => {
  limit({ look_ms: 5 });
  const { newest, events } = await open();
  await newest(is(7));
  version = 5;
  const before = asked;
  await until(() => asked > before + 2);
  version = 8;
  await newest(is(8));
  expect(events().map(({ id }) => id)).toEqual(['7', '8']);
});

test('a read that fails ends no stream', async () => {
  limit({ look_ms: 5 });
  const { newest } = await open();
  const answer = gateway.handlers['totals.stream']!;
  let failures = 0;
  gateway.handlers['totals.stream'] = async () => {
    failures++;
    throw fail('UNAVAILABLE');
  };
  await until(() => failures > 1);
  gateway.handlers['totals.stream'] = answer;
  version = 8;
  await newest(is(8));
});

test('a refusal is a problem, not a stream', async () => {
  gateway.handlers['totals.stream'] = async () => {
    throw fail('CAMPAIGN_NOT_FOUND', { id: campaign_id });
  };
  const { status, headers } = await open();
  expect([status, headers['content-type']]).toEqual([404, 'application/problem+json']);
});

test('a client beyond the limit gets BUSY; one that leaves makes room, and its campaign is read no more', async () => {
  limit({ limit: 2, look_ms: 5 });
  const [one, other] = [await open(), await open()];
  const { status, headers } = await open();
  expect([status, headers['retry-after']]).toEqual([503, '1']);
  one.leave();
  await until(async () => (await open({}, campaign_id)).status === 200);
  for (const each of [other, ...opened]) each.leave();
  const { streams } = gateway.node.getLocalService('gateway') as unknown as { streams: Streams };
  await until(() => streams.count === 0);
  const before = asked;
  await hint(campaign_id);
  expect(asked).toBe(before);
});

/** More than the buffers of any kernel hold, so that it stays unsent on a connection that is held back. */
const MORE_THAN_IT_HOLDS = 'x'.repeat(100_000);

test('a slow reader gets only the newest version, and holds up nobody', async () => {
  limit({ look_ms: 60_000 });
  gateway.handlers['totals.stream'] = async () => ({ version, padding: MORE_THAN_IT_HOLDS });
  const [slow, quick] = [await open(), await open()];
  await slow.newest(is(7));
  connections[0]!.cork();
  while (version < 28) {
    version++;
    await hint(campaign_id);
    await quick.newest(is(version));
  }
  connections[0]!.uncork();
  await slow.newest(is(28));
  // The first of them filled the connection.
  expect(slow.events().map(({ id }) => id)).toEqual(['7', '8', '28']);
});

test('a client that reads nothing is disconnected, and the others get a sign of life every 15 s', async () => {
  limit({ look_ms: 5 }); // 15 of them are a beat
  const unread = world.newId();
  gateway.handlers['totals.stream'] = async ({ params }) => ({
    version,
    padding: params['campaign_id'] === unread ? MORE_THAN_IT_HOLDS : '',
  });
  const [dead, other] = [await open({}, unread), await open()];
  await dead.newest(is(7));
  connections[0]!.cork();
  version = 8;
  await dead.ended;
  const { length } = other.text();
  await until(() => other.text().includes('\n\n:\n\n', length));
});

test('a stop ends all streams, and waits for none', async () => {
  gateway.handlers['totals.stream'] = async () => ({ version, padding: MORE_THAN_IT_HOLDS });
  const [dead, quick] = [await open(), await open()];
  await Promise.all([dead.newest(is(7)), quick.newest(is(7))]);
  connections[0]!.cork();
  version = 8;
  await quick.newest(is(8));
  // Time stands still: a wait for anybody would never end.
  jest.spyOn(world, 'sleepUnless').mockImplementation((woken) => woken);
  await gateway.node.stop();
  await Promise.all([dead.ended, quick.ended]);
  expect([dead.isWhole(), quick.isWhole()]).toEqual([false, true]);
});
