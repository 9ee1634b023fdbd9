// An export of many pledges over HTTP: rows a second, the first byte and the memory it takes, against a cursor that reads the
// same rows from the same Postgres and does nothing with them.
import { world } from '#lib/world';
import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { percentile, post, record, startRunning, type Running } from './kit.ts';

const ROWS = 1_000_000;
const ROUNDS = 3;
const PAGE = 500;
const admin = { email: 'bench@example.org', password: 'correct horse battery staple' };

/** Every other donor is a guest; the others have an account, whose name is looked for. */
const PLEDGES = `insert into pledges (id, campaign_id, donor_id, donor, amount, currency, message, anonymous, status,
    captured_amount, refunded_amount, charged_back_amount, facts, refunds, created_at, expires_at, version)
  select gen_random_uuid(), '00000000-0000-7000-8000-000000000000', gen_random_uuid(),
    case when n % 2 = 0 then '{"name":"A guest","email":"guest@example.org"}'::jsonb end, 1050, 'EUR', 'For the well, with love',
    n % 10 = 0, 'COMPLETED', 1050, 0, 0, '{}', '[]', now(), now(), 3 from generate_series(1, ${ROWS}) n`;

export default async function exporting(): Promise<void> {
  const { email, password } = admin;
  const platform = await startRunning('start.ts', [], { ADMIN_EMAIL: email, ADMIN_PASSWORD: password });
  const token = await tokenOf(platform);
  const url = new URL(platform.adminUrl);
  url.pathname = '/commonweal_pledges';
  const db = new pg.Client(url.href);
  await db.connect();
  await db.query(PLEDGES);
  await db.query('vacuum analyze pledges');
  const lines: string[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const cursor = await withCursor(db);
    for (const format of ['csv', 'jsonl']) {
      const { per_second, first_ms, megabytes } = await download(platform, format, token);
      const ratio = (per_second / cursor).toFixed(2);
      const peak = await peakOf(platform);
      lines.push(
        `| ${format} | ${per_second.toFixed(0)} | ${cursor.toFixed(0)} | ${ratio} | ${first_ms.toFixed(0)} | ${megabytes.toFixed(0)} | ${peak} |`,
      );
    }
  }
  const while_ms = await besides(platform, token);
  await db.end();
  await platform.stop();
  await record(
    'export',
    `GET /api/exports/pledges with ${ROWS.toLocaleString('en')} pledges, one client. The cursor: \`fetch ${PAGE}\` of the same columns by pg, on
the same Postgres. Peak: the highest memory of the platform's process until then.

| format | rows a second | cursor, rows a second | ÷ cursor | first byte ms | MB | peak MB |
|---|---|---|---|---|---|---|\n${lines.join('\n')}

GET /api/users/me beside one export, one at a time: p50 ${percentile(while_ms, 0.5).toFixed(1)} ms, p99 ${percentile(while_ms, 0.99).toFixed(1)} ms (${while_ms.length} requests).`,
  );
}

/** The start does not wait for the admin's account. */
async function tokenOf({ url }: Running): Promise<string> {
  for (;;) {
    const answer = await post<{ access_token: string }>(`${url}/api/auth/login`, admin).catch(() => null);
    if (answer) return answer.access_token;
    await world.sleep(50);
  }
}

async function withCursor(db: pg.Client): Promise<number> {
  const began_ms = performance.now();
  await db.query('begin');
  await db.query(`declare c cursor for select id, campaign_id, donor_id, donor ->> 'name' donor_name, donor ->> 'email' donor_email,
    anonymous, amount, captured_amount, refunded_amount, charged_back_amount, currency, status, resolution, message, created_at,
    expires_at, version from pledges order by id desc`);
  let rows = 0;
  for (let page = PAGE; page === PAGE; rows += page)
    page = (await db.query(`fetch ${PAGE} from c`)).rowCount!;
  await db.query('commit');
  return rows / ((performance.now() - began_ms) / 1000);
}

async function download({ url }: Running, format: string, token: string) {
  const began_ms = performance.now();
  const headers = { authorization: `Bearer ${token}` };
  const { body } = await fetch(`${url}/api/exports/pledges?format=${format}`, { headers });
  let [bytes, lines, first_ms] = [0, 0, 0];
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    if (bytes === 0) first_ms = performance.now() - began_ms;
    bytes += chunk.length;
    for (let at = chunk.indexOf(NEW_LINE); at >= 0; at = chunk.indexOf(NEW_LINE, at + 1)) lines++;
  }
  const wanted = ROWS + (format === 'csv' ? 1 : 0);
  if (lines !== wanted) throw new Error(`${format}: ${lines} lines, not ${wanted}`);
  return { per_second: ROWS / ((performance.now() - began_ms) / 1000), first_ms, megabytes: bytes / 1e6 };
}

const NEW_LINE = 10;

/** How long others wait while an export is under way. */
async function besides({ url }: Running, token: string): Promise<number[]> {
  const headers = { authorization: `Bearer ${token}` };
  let isUnderWay = true;
  const exported = download({ url } as Running, 'csv', token).finally(() => (isUnderWay = false));
  const times_ms: number[] = [];
  while (isUnderWay) {
    const began_ms = performance.now();
    await (await fetch(`${url}/api/users/me`, { headers })).text();
    times_ms.push(performance.now() - began_ms);
  }
  await exported;
  return times_ms;
}

/** The highest resident memory of the process so far, in MB. */
async function peakOf({ pid }: Running): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmHWM:\s+(\d+) kB/.exec(status)![1]) / 1000);
}
