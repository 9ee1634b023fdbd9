// How long answers take that must not tell whether there is an account, or what kind of one.
import pg from 'pg';
import { percentile, post, record, startRunning, type Running } from './kit.ts';

const ROUNDS = 150;

const PASSWORD = 'correct horse battery';
const emailOf = (who: string) => `${who.replaceAll(' ', '-')}@example.org`;
const PEOPLE = ['unverified', 'verified', 'without a password', 'deleted', 'with an app'];
const NOBODY = 'unknown';

interface Ask {
  what: string;
  who: string;
  path: string;
  body: object | null;
  token?: string;
}

export default async function loginTimes(): Promise<void> {
  const platform = await startRunning('start.ts', [], { WORKERS: '0' });
  const auth = await connect(platform, 'auth');
  const users = await connect(platform, 'users');
  const asks = [...(await asksOf(platform, auth, users)), ...(await tokensOf(platform))];
  const times = new Map(asks.map((ask) => [ask, [] as number[]]));
  // In turns, and in another order each time: what the machine does else meets all of them alike.
  for (let round = 0; round < ROUNDS; round++) {
    await auth.query('truncate attempts');
    for (let i = 0; i < asks.length; i++) {
      const ask = asks[(i * 7 + round) % asks.length]!;
      const took_ms = await timeOf(platform, ask);
      if (round >= 10) times.get(ask)!.push(took_ms);
    }
  }
  await Promise.all([auth.end(), users.end()]);
  await platform.stop();
  await record('login-times', tableOf(times));
}

async function connect({ adminUrl }: Running, service: string): Promise<pg.Client> {
  const url = new URL(adminUrl);
  url.pathname = `/commonweal_${service}`;
  const client = new pg.Client(url.href);
  await client.connect();
  return client;
}

async function asksOf(platform: Running, auth: pg.Client, users: pg.Client): Promise<Ask[]> {
  for (const who of PEOPLE) {
    const account = { email: emailOf(who), password: PASSWORD, name: 'Ann' };
    const { access_token, user } = await post<{ access_token: string; user: { id: string } }>(
      `${platform.url}/api/auth/register`,
      account,
    );
    if (who === 'verified')
      await users.query('update users set verified_at = now() where id = $1', [user.id]);
    if (who === 'without a password')
      await auth.query('update credentials set password_hash = null where user_id = $1', [user.id]);
    if (who === 'deleted')
      await ask(platform, 'DELETE', '/api/users/me', { password: PASSWORD }, access_token);
    if (who === 'with an app')
      await auth.query(
        `insert into totp (user_id, secret, enrolled_at, confirmed_at) values ($1, $2, now(), now())`,
        [user.id, Buffer.alloc(48)],
      );
  }
  const kinds: [string, string, (email: string) => object][] = [
    ['login, wrong password', '/api/auth/login', (email) => ({ email, password: 'another password' })],
    ['restore, wrong password', '/api/auth/restore', (email) => ({ email, password: 'another password' })],
    ['password forgotten', '/api/auth/password/forgot', (email) => ({ email })],
  ];
  return kinds.flatMap(([what, path, body]) =>
    [NOBODY, ...PEOPLE].map((who) => ({ what, who, path, body: body(emailOf(who)) })),
  );
}

/** Tokens for programs: one that was revoked, and one that never was. */
async function tokensOf({ url }: Running): Promise<Ask[]> {
  const { access_token } = await post<{ access_token: string }>(`${url}/api/auth/register`, {
    email: 'programs@example.org',
    password: PASSWORD,
    name: 'Ann',
  });
  const expires_at = new Date(Date.now() + 86_400_000).toISOString();
  const wish = { name: 'Reports', permissions: ['account:read'], expires_at };
  const { id, token } = await post<{ id: string; token: string }>(
    `${url}/api/auth/access-tokens`,
    wish,
    access_token,
  );
  await ask({ url }, 'DELETE', `/api/auth/access-tokens/${id}`, null, access_token);
  const look = { what: 'a token for programs', path: '/api/users/me', body: null };
  return [
    { ...look, who: NOBODY, token: `cw_${'x'.repeat(43)}` },
    { ...look, who: 'revoked', token },
  ];
}

async function ask(
  { url }: Pick<Running, 'url'>,
  method: string,
  path: string,
  body: object | null,
  token?: string,
): Promise<number> {
  const response = await fetch(`${url}${path}`, {
    method,
    headers: {
      ...(body && { 'content-type': 'application/json' }),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  await response.arrayBuffer();
  return response.status;
}

const WANTED = [401, 202];

async function timeOf(platform: Running, { path, body, token }: Ask): Promise<number> {
  const began_ms = performance.now();
  const status = await ask(platform, body ? 'POST' : 'GET', path, body, token);
  const took_ms = performance.now() - began_ms;
  if (!WANTED.includes(status)) throw new Error(`${path}: ${status}`);
  return took_ms;
}

function tableOf(times: Map<Ask, number[]>): string {
  const rows = [...times].map(([{ what, who }, all]) => {
    const unknown = [...times].find(([ask]) => ask.what === what && ask.who === NOBODY)![1];
    const [p50, p90] = [percentile(all, 0.5), percentile(all, 0.9)];
    const off = p50 - percentile(unknown, 0.5);
    return `| ${what} | ${who} | ${p50.toFixed(2)} | ${p90.toFixed(2)} | ${off.toFixed(2)} |`;
  });
  return `${ROUNDS - 10} rounds of all of them in turns, one request at a time; the machine was shared with other work.

| asked | account | p50 ms | p90 ms | p50 beside that of an unknown one |\n|---|---|---|---|---|\n${rows.join('\n')}`;
}
