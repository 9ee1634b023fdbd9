import { query } from '#lib/postgres/fixtures';
import { freePort } from '#lib/postgres/postmaster';
import { world } from '#lib/world';
import { client } from '#test/client';
import { until } from '#test/platform';
import { afterEach, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import {
  cleanUp,
  databaseUrls,
  freshDataDir,
  killProcess,
  startProcess,
  START_WITH_DEMO,
} from './process.ts';

afterEach(cleanUp);

const ROOT = join(import.meta.dirname, '../..');

/** Runs `commonweal` in a process of its own; returns its output and its exit code. */
async function commonweal(env: Record<string, string>, ...args: string[]) {
  const child = spawn(process.execPath, [join(ROOT, 'bin/commonweal.ts'), ...args], { cwd: '/', env });
  const output = { out: '', err: '' };
  child.stdout.on('data', (chunk) => (output.out += String(chunk)));
  child.stderr.on('data', (chunk) => (output.err += String(chunk)));
  await once(child, 'close');
  return { ...output, code: child.exitCode };
}

const jsonOf = ({ out }: { out: string }) => JSON.parse(out) as { data: Record<string, unknown>[] };

const count = async (dataDir: string, service: string, from: string) => {
  const url = (await databaseUrls(dataDir))[service]!;
  return Number((await query(url, `select count(*) n from ${from}`))[0]!['n']);
};

test('a first start creates data to look at, once; the next start completes it after a kill', async () => {
  const dataDir = await freshDataDir();
  const port = String(await freePort());
  const first = await startProcess(dataDir, { PORT: port }, START_WITH_DEMO);
  await first.ready();
  // Ready before there is any data.
  await until(() => fetch(`${first.url}/readyz`).then(({ ok }) => ok));
  await until(async () => (await count(dataDir, 'pledges', 'pledges')) > 100);
  await killProcess(first);

  const second = await startProcess(dataDir, { PORT: port }, START_WITH_DEMO);
  await second.ready();
  const [, made] = await untilSaid(second, /There are 8 campaigns with (\d+) pledges/);
  expect(await count(dataDir, 'campaigns', 'campaigns')).toBe(8);
  expect(await count(dataDir, 'pledges', 'pledges')).toBe(Number(made));
  expect(await count(dataDir, 'pledges', `pledges where status = 'PENDING'`)).toBeLessThan(60);

  // The instructions that it prints work.
  const [, checkout] = await untilSaid(second, /a checkout {2}(\S+)/);
  expect((await fetch(checkout!, { redirect: 'manual' })).status).toBe(303);
  const [, email, password] = await untilSaid(second, /sign in {5}(\S+), password (\S+)/);
  await client(second.url).login(email!, password!);
  const env = { DATA_DIR: dataDir, PORT: port };
  await until(async () => (await count(dataDir, 'pledges', 'timers where due_at < now()')) === 0);
  const verified = await commonweal(env, 'verify');
  expect(verified.out).toContain('All invariants hold.');
  expect(verified.code).toBe(0);

  second.child.kill('SIGTERM');
  await second.exit;
  const third = await startProcess(dataDir, { PORT: port }, START_WITH_DEMO);
  await third.ready();
  await fetch(`${third.url}/readyz`);
  third.child.kill('SIGTERM');
  await third.exit;
  expect(third.output()).not.toMatch(/Demo|campaigns with/);
  expect(await readAgain(dataDir, port)).toBe(Number(made));
});

test('creates no data on a platform that is in use, nor in production', async () => {
  const dataDir = await freshDataDir();
  const port = String(await freePort());
  const first = await startProcess(dataDir, { PORT: port });
  await first.ready();
  const draft = { title: 'Ours', description: '', goal_amount: 1000, currency: 'EUR' };
  await (await client(first.url).register()).call('campaigns.create', draft);
  first.child.kill('SIGTERM');
  await first.exit;

  for (const env of [{ PORT: port }, { PORT: port, NODE_ENV: 'production' }]) {
    const next = await startProcess(dataDir, env, START_WITH_DEMO);
    await next.ready();
    await client(next.url).register(); // as a demo would begin
    next.child.kill('SIGTERM');
    await next.exit;
    expect(next.output()).not.toMatch(/Demo|campaigns with/);
  }
  expect(await readAgain(dataDir, port)).toBe(0);
});

test('the command line operates a platform whose DATA_DIR it can read', async () => {
  const dataDir = await freshDataDir();
  const port = String(await freePort());
  const env = { DATA_DIR: dataDir, PORT: port };
  const platform = await startProcess(dataDir, { PORT: port });
  await platform.ready();
  const payments = (await databaseUrls(dataDir))['payments']!;
  const message_id = world.newId();
  const message = {
    id: message_id,
    name: 'pledge.cancelled',
    key: 'k',
    payload: {},
    published_at: world.now(),
  };
  await query(
    payments,
    `insert into dead_letters (message_id, message, error, attempts) values ('${message_id}', '${JSON.stringify(message)}', 'Error: never', 4)`,
  );

  const outbox = await commonweal(env, 'outbox');
  expect(outbox).toMatchObject({ code: 0, err: '' });
  expect(outbox.out).toMatch(/^SERVICE {2,}WAITING .*\n(.*\n)*payments {2,}0 .* 1\n/);
  const list = await commonweal(env, 'dead-letters', 'list');
  expect(list.out).toMatch(new RegExp(`${message_id}  payments  pledge.cancelled  k .* ago .*Error: never`));
  expect(jsonOf(await commonweal(env, 'dead-letters', 'list', '--json')).data).toEqual([
    expect.objectContaining({ message_id, attempts: 4 }),
  ]);
  expect((await commonweal(env, 'dead-letters', 'show', message_id)).out).toContain('published');
  const retried = await commonweal(env, 'dead-letters', 'retry', message_id);
  expect(retried).toMatchObject({ code: 1 });
  expect(retried.out).toContain('after 5 attempts');
  expect(await commonweal(env, 'dead-letters', 'retry', '--all')).toMatchObject({ code: 1 });
  const verified = await commonweal(env, 'verify');
  expect(verified.code).toBe(1);
  expect(verified.out).toContain('all: no message is a dead letter: payments: 1 wait to be retried');
  await query(payments, 'delete from dead_letters');
  expect(await commonweal(env, 'verify')).toMatchObject({ code: 0 });
  expect(await commonweal(env, 'totals', 'verify')).toMatchObject({ code: 0 });
  expect(await commonweal(env, 'totals', 'rebuild')).toMatchObject({ code: 0 });
  expect((await commonweal(env, 'webhooks', 'list')).out).toBe('There are no such webhooks.\n');

  const lost = await commonweal(env, 'webhooks', 'resend', world.newId());
  expect(lost).toMatchObject({ code: 1, out: '' });
  expect(lost.err).toMatch(/^No such webhook \(WEBHOOK_NOT_FOUND\)\. .*\n$/);
  const wrong = await commonweal(env, 'webhooks', 'trigger', world.newId(), 'payment.eaten');
  expect(wrong.err).toMatch(/^The request is not valid \(VALIDATION_FAILED\)\. type .*one of/);
});

test('the command line says what it needs in one line, and lets nobody in without it', async () => {
  const dataDir = await freshDataDir();
  const port = String(await freePort());
  const nobody = { DATA_DIR: dataDir, PORT: port };
  expect(await commonweal(nobody, 'outbx')).toMatchObject({ code: 2, out: '' });
  const unstarted = await commonweal(nobody, 'outbox');
  expect(unstarted).toMatchObject({ code: 1, out: '' });
  expect(unstarted.err).toMatch(/^No platform was started on DATA_DIR .*\n$/);
  const unavailable = await commonweal(nobody, 'outbox', '--token', 'x');
  expect(unavailable).toMatchObject({ code: 1, out: '' });
  expect(unavailable.err).toMatch(
    /^No platform answers at http:\/\/127.0.0.1:\d+ \(ECONNREFUSED\)\. Start it .*\n$/,
  );

  const platform = await startProcess(dataDir, { PORT: port });
  await platform.ready();
  const stranger = { DATABASE_URL: 'postgres://a:guess@127.0.0.1/x', PORT: port };
  const refused = await commonweal(stranger, 'outbox');
  expect(refused).toMatchObject({ code: 1, out: '' });
  expect(refused.err).toMatch(/^The platform at .* does not accept this key/);
  expect(await commonweal({ DATA_DIR: dataDir }, 'outbox', '--url', platform.url)).toMatchObject({
    code: 0,
  });
  expect(await commonweal({ ...nobody, COMMONWEAL_TOKEN: 'x' }, 'outbox')).toMatchObject({ code: 1 });
});

async function untilSaid({ output }: { output(): string }, what: RegExp): Promise<string[]> {
  return until(() => what.exec(output()));
}

/** The number of pledges, by a new platform on the same data. */
async function readAgain(dataDir: string, PORT: string): Promise<number> {
  const platform = await startProcess(dataDir, { PORT });
  await platform.ready();
  const found = await count(dataDir, 'pledges', 'pledges');
  await killProcess(platform);
  return found;
}
