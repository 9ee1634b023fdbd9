// A platform of worker threads in the test's process, so that a test can end one of them.
import { readConfig } from '#config';
import { query } from '#lib/postgres/fixtures';
import { freePort } from '#lib/postgres/postmaster';
import { startPlatform, type Platform } from '#lib/supervisor';
import { world } from '#lib/world';
import { client, provider } from '#test/client';
import { cleanUp, databaseUrls, freshDataDir } from '#test/fresh/process';
import { aDraft } from '#test/fundraising';
import { until } from '#test/platform';
import { testClient } from '#test/postgres';
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { brokerOptions } from '../../moleculer.config.ts';

export type Threads = Awaited<ReturnType<typeof startThreads>>;

export const SECRET = Buffer.from('a secret of the tests, 32 bytes.').toString('base64');
const platforms: Platform[] = [];

/** A platform of its own; with two worker threads by default. */
export async function startThreads(env: Record<string, string> = {}) {
  const dataDir = await freshDataDir();
  const config = readConfig({
    DATA_DIR: dataDir,
    PORT: String(await freePort()),
    LOG_LEVEL: 'fatal',
    WORKERS: '2',
    SANDBOX_WEBHOOK_SECRET: SECRET,
    GUEST_PLEDGES_PER_MINUTE: '0',
    RATE_LIMITS: 'off',
    ...env,
  });
  const platform = await startPlatform(config, brokerOptions(config));
  platforms.push(platform);
  const { postgres: _, ...urls } = await databaseUrls(dataDir);
  return { ...platform, url: config.public_url, port: config.port, urls, dataDir };
}

/** To be called after a test, or after all tests that share a platform. */
export async function stopThreads(): Promise<void> {
  await Promise.all(platforms.splice(0).map((platform) => platform.stop()));
  await cleanUp();
}

/** Pledges 1,000 EUR over HTTP, pays it at the sandbox, and resolves once the campaign's totals include it. */
export async function pledgeToTotals(url: string): Promise<void> {
  const [owner, donor] = [await client(url).register('Olga'), await client(url).register('Dora')];
  const { id: campaign_id } = await owner.call('campaigns.create', aDraft());
  await owner.call('campaigns.publish', { id: campaign_id });
  const wish = { campaign_id, amount: 1000, currency: 'EUR' };
  const { payment_url } = await donor.call('pledges.create', wish, { idempotency_key: 'k' });
  const bank = provider(url, SECRET);
  const payment_id = await until(() => bank.open(payment_url).catch(() => null));
  for (const type of ['payment.authorized', 'payment.captured']) await bank.report({ payment_id, type });
  await until(async () => {
    const { total } = await donor.call('totals.get', { campaign_id });
    return total === 1000;
  });
}

/** Publications over HTTP that are under way until `release`: another transaction holds their rows. */
export async function publicationsUnderWay({ url, urls }: Pick<Threads, 'url' | 'urls'>, count: number) {
  const owner = await client(url).register();
  const ids: string[] = [];
  while (ids.length < count) ids.push((await owner.call('campaigns.create', aDraft())).id);
  const rival = await testClient(urls['campaigns']!);
  await rival.query('begin');
  await rival.query('select from campaigns where id = any($1) for update', [ids]);
  const answers = ids.map((id) => owner.call('campaigns.publish', { id }));
  // They may be decided and committed together, in one statement.
  const stuck = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  await until(async () => (await query(urls['campaigns']!, stuck)).length > 0);
  const release = async () => {
    await rival.query('commit');
    await rival.end();
  };
  return { owner, ids, answers, release };
}

/** Creations of campaigns whose headers have arrived at the gateways; `finish` sends the rest and returns the status. */
export async function uploadsUnderWay(url: string, count: number) {
  const account = { email: `${world.newId()}@example.org`, password: 'a long password', name: 'Ute' };
  const { access_token } = await client(url).call('auth.register', account);
  return Promise.all(Array.from({ length: count }, () => upload(url, access_token)));
}

async function upload(url: string, token: string) {
  const body = Buffer.from(JSON.stringify(aDraft()));
  const req = request(`${url}/api/campaigns`, {
    method: 'POST',
    agent: false,
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'content-length': body.length,
      expect: '100-continue',
    },
  });
  const answer = once(req, 'response') as Promise<[IncomingMessage]>;
  answer.catch(() => {}); // reported by `finish`
  req.flushHeaders();
  await once(req, 'continue');
  return {
    async finish(): Promise<number> {
      req.end(body);
      const [res] = await answer;
      res.resume();
      return res.statusCode!;
    },
  };
}

export const isReady = (url: string): Promise<boolean> =>
  statusOf(`${url}/readyz`).then((status) => status === 200);

/** Over a new connection, which any gateway may accept; undefined if it is refused. */
export const statusOf = (url: string): Promise<number | undefined> =>
  get(url).then(
    ({ status }) => status,
    () => undefined,
  );

export const get = (url: string): Promise<{ status: number; text: string }> =>
  new Promise((resolve, reject) => {
    const req = request(url, { agent: false }, (res) => {
      let text = '';
      res.setEncoding('utf8').on('data', (chunk) => (text += chunk));
      res.on('end', () => resolve({ status: res.statusCode!, text }));
    });
    req.on('error', reject).end();
  });
