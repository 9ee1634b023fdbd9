import { query } from '#lib/postgres/fixtures';
import { freePort } from '#lib/postgres/postmaster';
import { world } from '#lib/world';
import { client } from '#test/client';
import { aDraft } from '#test/fundraising';
import { until } from '#test/platform';
import { testClient } from '#test/postgres';
import { isWhole } from '#test/whole';
import { afterEach, expect, test } from '@jest/globals';
import { readdir } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import {
  cleanUp,
  databaseUrls,
  freshDataDir,
  killProcess,
  NPM_START,
  postmasterOf,
  startProcess,
  type PlatformProcess,
} from './process.ts';

afterEach(cleanUp);

/** The output of a platform that can't start; it must end by itself, with 1. */
async function refusalOf({ exit, output }: PlatformProcess): Promise<string> {
  expect(await exit).toBe(1);
  return output();
}

test('names every wrong setting at once, before it has created anything', async () => {
  const dataDir = await freshDataDir();
  const refusal = await refusalOf(
    await startProcess(dataDir, {
      PORT: '99999',
      PUBLIC_URL: 'not a url',
      DATABASE_URL: 'mysql://x',
      LOG_LEVEL: 'loud',
      SERVICES: 'pledges;users',
      SANDBOX_WEBHOOK_SECRET: 'short',
      ADMIN_EMAIL: 'a@example.org',
    }),
  );
  for (const name of [
    'PORT',
    'PUBLIC_URL',
    'DATABASE_URL',
    'LOG_LEVEL',
    'SERVICES',
    'SANDBOX_WEBHOOK_SECRET',
  ])
    expect(refusal).toMatch(new RegExp(`^- ${name} (is '.*': it )?must be `, 'm'));
  expect(refusal).toContain('ADMIN_EMAIL and ADMIN_PASSWORD come together');
  expect(refusal).not.toMatch(/^\s+at /m);
  expect(await readdir(dataDir)).toEqual([]);
});

test('lists the services when SERVICES names an unknown one', async () => {
  const platform = await startProcess(await freshDataDir(), { SERVICES: 'pledges,plegdes' });
  expect(await refusalOf(platform)).toMatch(
    /^There is no service or system 'plegdes': there are the services auth, .*, users; and the systems .*$/m,
  );
});

test("does not start without the consumers of its services' messages", async () => {
  const dataDir = await freshDataDir();
  const refusal = await refusalOf(await startProcess(dataDir, { SERVICES: 'gateway,pledges' }));
  expect(refusal).toContain(
    'payments subscribes to pledge.created of pledges, and does not run: add it to SERVICES',
  );
  expect(refusal).toContain('totals subscribes to pledge.captured of pledges, and does not run');
  expect(await readdir(dataDir)).toEqual([]);
});

test('names the port that is taken and the remedy, and leaves no Postgres behind', async () => {
  const squatter = createServer();
  await new Promise<void>((resolve) => squatter.listen(0, '127.0.0.1', resolve));
  const { port } = squatter.address() as AddressInfo;
  const dataDir = await freshDataDir();
  const platform = await startProcess(dataDir, { PORT: String(port), LOG_LEVEL: 'fatal' });
  expect(await refusalOf(platform)).toBe(
    `Can't listen on port ${port} of 127.0.0.1: another program does. Stop that one, or set another PORT.\n`,
  );
  expect(await postmasterOf(dataDir)).toBeUndefined();
  await new Promise((resolve) => squatter.close(resolve));

  const second = await startProcess(dataDir, { PORT: String(port) });
  await second.ready();
});

test('says that it is ready, and answers so, once every route is answered', async () => {
  const dataDir = await freshDataDir();
  const platform = await startProcess(dataDir);
  const statusOf = (path: string) =>
    fetch(platform.url + path).then(
      ({ status }) => status,
      () => undefined,
    );
  const seen = new Set<number | undefined>();
  await until(async () => {
    const status = await statusOf('/readyz');
    seen.add(status);
    return status === 200;
  });
  const { paths } = (await (await fetch(`${platform.url}/openapi.json`)).json()) as { paths: object };
  const reads = Object.entries(paths).filter(([, methods]) => 'get' in methods);
  const statuses = await Promise.all(
    reads.map(([path]) => statusOf(path.replaceAll(/\{\w+\}/g, () => world.newId()))),
  );
  expect(reads.length).toBeGreaterThan(10);
  // Nobody is signed in and there is no data: the routes answer that, and not that a service is unavailable.
  expect(statuses.filter((status) => ![200, 400, 401, 404].includes(status!))).toEqual([]);
  expect(await client(platform.url).register()).toBeDefined();
  // Before that nobody listened, or the answer was that it isn't ready.
  expect([...seen].filter((status) => ![undefined, 503, 200].includes(status))).toEqual([]);
});

test('is not ready where services of the contracts are missing', async () => {
  const platform = await startProcess(await freshDataDir(), { SERVICES: 'gateway,totals' });
  await platform.ready();
  const answer = await fetch(`${platform.url}/readyz`);
  expect(answer.status).toBe(503);
  expect(await answer.json()).toMatchObject({
    checks: { totals: 'ok', pledges: 'unavailable', users: 'unavailable' },
  });
});

test('refuses to start where another platform runs, which continues', async () => {
  const dataDir = await freshDataDir();
  const first = await startProcess(dataDir);
  await first.ready();
  expect(await refusalOf(await startProcess(dataDir))).toContain(
    `Another platform (process ${first.child.pid}) already runs on DATA_DIR ${dataDir}. Stop that one first`,
  );
  expect(await client(first.url).register()).toBeDefined();
});

/** A campaign's publication that is under way until `release`: another transaction holds its row. */
async function publicationUnderWay(dataDir: string, url: string) {
  const owner = await client(url).register();
  const { id } = await owner.call('campaigns.create', aDraft());
  const database = (await databaseUrls(dataDir))['campaigns']!;
  const rival = await testClient(database);
  await rival.query('begin');
  await rival.query('select from campaigns where id = $1 for update', [id]);
  const answer = owner.call('campaigns.publish', { id });
  const stuck = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  await until(async () => (await query(database, stuck)).length > 0);
  const release = async () => {
    await rival.query('commit');
    await rival.end();
  };
  return { id, owner, answer, release };
}

const CTRL_C = ['Ctrl-C, which npm sends once more,', ['SIGINT', 'SIGINT']] as const;
const SIGTERM = ['SIGTERM', ['SIGTERM']] as const;

test.each(isWhole ? [CTRL_C, SIGTERM] : [CTRL_C])(
  'on %s it answers what is under way, ends with 0 and can start again',
  async (_, signals) => {
    const dataDir = await freshDataDir();
    const platform = await startProcess(dataDir);
    await platform.ready();
    const { id, owner, answer, release } = await publicationUnderWay(dataDir, platform.url);

    const isClosed = () =>
      fetch(`${platform.url}/readyz`).then(
        ({ status }) => status === 503,
        () => true,
      );
    for (const signal of signals) {
      platform.child.kill(signal);
      await until(isClosed);
    }
    expect(platform.child.exitCode).toBeNull();
    await release();
    expect(await answer).toMatchObject({ id, status: 'PUBLISHED' });
    expect(await platform.exit).toBe(0);
    expect(await postmasterOf(dataDir)).toBeUndefined();

    const heir = await startProcess(dataDir, { PORT: new URL(platform.url).port });
    await heir.ready();
    expect(await owner.call('campaigns.get', { id })).toMatchObject({ status: 'PUBLISHED' });
  },
);

test('stops with all it started when a supervisor ends npm, which knows of npm alone', async () => {
  const dataDir = await freshDataDir();
  const platform = await startProcess(dataDir, { PATH: process.env['PATH']! }, NPM_START);
  await platform.ready();
  platform.child.kill('SIGTERM');
  expect(await platform.exit).toBe(0);
  expect(await postmasterOf(dataDir)).toBeUndefined();
});

test('stops as well on a signal before it is ready', async () => {
  const dataDir = await freshDataDir();
  const platform = await startProcess(dataDir);
  await until(() => postmasterOf(dataDir));
  platform.child.kill('SIGINT');
  expect(await platform.exit).toBe(0);
  expect(await postmasterOf(dataDir)).toBeUndefined();
});

test('starts on what a killed platform left, with all that it had acknowledged', async () => {
  const dataDir = await freshDataDir();
  const port = String(await freePort());
  const platform = await startProcess(dataDir, { PORT: port });
  await platform.ready();
  const owner = await client(platform.url).register();
  const { id } = await owner.call('campaigns.create', aDraft());
  await killProcess(platform);

  const heir = await startProcess(dataDir, { PORT: port });
  await heir.ready();
  expect(await owner.call('campaigns.get', { id })).toMatchObject({ id, status: 'DRAFT' });
});
