import { nodeOfKey } from '#lib/rendezvous';
import { world } from '#lib/world';
import { client } from '#test/client';
import { aDraft } from '#test/fundraising';
import { postmasterOf } from '#test/fresh/process';
import { settingsOf } from '#lib/broker';
import { aCaller } from '#test/callers';
import { metaOf } from '#test/platform';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createServer } from 'node:net';
import {
  get,
  isReady,
  pledgeToTotals,
  publicationsUnderWay,
  startThreads,
  statusOf,
  stopThreads,
  uploadsUnderWay,
  type Threads,
} from './platform.ts';

let platform: Threads;

describe.each([1, 2])('two threads, each service in %d of them', (replicas) => {
  beforeAll(async () => {
    platform = await startThreads({ REPLICAS: String(replicas) });
  });
  afterAll(stopThreads);

  test('are ready once the platform is started, through any gateway', async () => {
    expect(platform.workers.size).toBe(2);
    // A service that answers later than after a second counts as unavailable, and on a busy machine one may.
    for (let ready = 0; ready < 10;) ready = (await isReady(platform.url)) ? ready + 1 : 0;
  });

  test('carry a pledge from its request to its campaign’s totals', async () => {
    await pledgeToTotals(platform.url);
  });

  test('can all be called from the main thread', async () => {
    const campaign = await platform.broker.call('campaigns.create', aDraft(), {
      meta: metaOf(settingsOf(platform.broker), { caller: aCaller() }),
    });
    expect(campaign).toMatchObject({ status: 'DRAFT' });
    for (const service of ['pledges', 'payments', 'totals', 'users'])
      expect(await platform.broker.call(`${service}.deadLetters`)).toEqual([]);
  });

  test('refuse as one would, with the code and the fields, and without the names of nodes', async () => {
    const id = world.newId();
    const answer = await (await client(platform.url).register()).get(`/api/pledges/${id}`);
    expect(answer.body).toMatchObject({ status: 404, code: 'PLEDGE_NOT_FOUND', id });
    expect(JSON.stringify(answer.body)).not.toContain('node-');
  });

  test('show the metrics of both, whichever replies', async () => {
    const before = await answered('/livez');
    for (let i = 0; i < 20; i++) await get(`${platform.url}/livez`);
    for (let i = 0; i < 10; i++) expect(await answered('/livez')).toBe(before + 20);
    const { text } = await get(`${platform.url}/metrics`);
    const names = text.split('\n').flatMap((line) => /^# TYPE (\S+)/.exec(line)?.[1] ?? []);
    expect(new Set(names).size).toBe(names.length);
    // Metrics of the process itself are not added up, and come from the one thread that is never replaced.
    expect(text).toMatch(/^process_start_time_seconds \d+$/m);
    for (const nodeID of platform.workers.keys()) {
      const shown = await platform.broker.call<{ name: string }[], object>(
        '$metrics.snapshot',
        {},
        { nodeID },
      );
      expect(shown.filter(({ name }) => name.startsWith('process_'))).toEqual([]);
    }
  });

  test('ask an actor on its own node, whoever asks', async () => {
    const meta = metaOf(settingsOf(platform.broker), { caller: aCaller() });
    for (let i = 0; i < 10; i++) {
      const { id } = await platform.broker.call<{ id: string }, object>('campaigns.create', aDraft(), {
        meta,
      });
      const { endpoints } = platform.broker.registry.getActionEndpoints('campaigns.publish');
      expect(endpoints).toHaveLength(replicas);
      const asking = platform.broker.call('campaigns.publish', { id }, { meta });
      await asking;
      // Moleculer puts the call's context on its promise; its types do not say so.
      const { ctx } = asking as unknown as { ctx: { nodeID: string } };
      expect(ctx.nodeID).toBe(nodeOfKey(endpoints, id).id);
    }
  });

  test('accept nothing more once the platform stops, and answer all that they have accepted', async () => {
    const underWay = await publicationsUnderWay(platform, 8);
    const uploads = await uploadsUnderWay(platform.url, 8);
    const reports: unknown[] = [];
    for (const worker of platform.workers.values()) worker.on('message', (report) => reports.push(report));
    let isStopped = false;
    const stopped = platform.stop().then(() => (isStopped = true));
    // Refused by all gateways: were one of them still open, it would accept one in two of these.
    let refused = 0;
    while (refused < 20) refused = (await statusOf(`${platform.url}/livez`)) === undefined ? refused + 1 : 0;
    expect(isStopped).toBe(false);
    await underWay.release();
    for (const { status } of await Promise.all(underWay.answers)) expect(status).toBe('PUBLISHED');
    // Requests that are still incomplete find the services running.
    for (const upload of uploads) expect(await upload.finish()).toBe(201);
    await stopped;
    // No service ends before all gateways are done: a request in one thread may need the services of another.
    expect(reports).toEqual(['drained', 'drained', 'stopped', 'stopped']);
    expect(platform.workers.size).toBe(0);
    expect(await postmasterOf(platform.dataDir)).toBeUndefined();
  });
});

async function answered(route: string): Promise<number> {
  const { text } = await get(`${platform.url}/metrics`);
  const line = `http_requests_total{route="${route}",method="GET",status="200"} `;
  return Number(
    text
      .split('\n')
      .find((one) => one.startsWith(line))
      ?.slice(line.length) ?? 0,
  );
}

describe('a platform of threads', () => {
  afterAll(stopThreads);

  test.each([false, true])(
    'does not start where another program listens, even if that one is willing to share: %j',
    async (reusePort) => {
      const squatter = createServer();
      await new Promise<void>((resolve) =>
        squatter.listen({ port: 0, host: '127.0.0.1', reusePort }, resolve),
      );
      const { port } = squatter.address() as { port: number };
      await expect(startThreads({ PORT: String(port) })).rejects.toThrow(
        `Can't listen on port ${port} of 127.0.0.1: another program does. Stop that one, or set another PORT.`,
      );
      await new Promise((resolve) => squatter.close(resolve));
    },
  );
});
