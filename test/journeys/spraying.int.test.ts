// Passwords are tried at many accounts from few networks, and at few accounts from many: what gets a look is limited, and no
// header of the attacker's changes that.
import { startTestPlatform } from '#test/platform';
import { isWhole } from '#test/whole';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import argon2 from '@node-rs/argon2';

// The real one takes 26 ms of a core: ten thousand logins would measure nothing else.
const fake = (password: string | Uint8Array) =>
  `$argon2id$v=19$m=19456,t=2,p=1$${Buffer.from(password).toString('hex')}`;
beforeAll(() => {
  jest.spyOn(argon2, 'hash').mockImplementation(async (password) => fake(password));
  jest.spyOn(argon2, 'parseOptions').mockReturnValue({ memoryCost: 19_456, timeCost: 2 } as never);
  jest.spyOn(argon2, 'verify').mockImplementation(async (hash, password) => hash === fake(password));
});
afterAll(() => {
  jest.restoreAllMocks();
});

const ACCOUNTS = isWhole ? 1000 : 60;
const NETWORKS = isWhole ? 100 : 4;
const LOGINS_EACH = 100;
// As many wait for a check of their password without one being told BUSY.
const AT_ONCE = 20;

const emailOf = (n: number) => `owner-${n}@example.org`;
const passwordOf = (n: number) => `the password of ${n}`;
/** Where an owner lives: one network each. */
const homeOf = (n: number) => `10.${n >> 8}.${n & 255}.1`;

interface Try {
  email: string;
  password: string;
  headers: Record<string, string>;
}

type Platform = Awaited<ReturnType<typeof startTestPlatform>>;

/** `owners` who have signed in from home once, on a platform behind these proxies. */
async function aPlatform(trusted_proxies: number | string[]) {
  const platform = await startTestPlatform({
    services: ['auth', 'gateway', 'permissions', 'users'],
    settings: { trusted_proxies },
  });
  await inTurns(
    Array.from({ length: ACCOUNTS }, (_, n) => n),
    (n) =>
      platform.call(
        'auth.register',
        { email: emailOf(n), password: passwordOf(n), name: 'Ann' },
        { address: homeOf(n) },
      ),
  );
  return platform;
}

async function inTurns<T, R>(all: readonly T[], run: (one: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const turns = Array.from({ length: AT_ONCE }, async () => {
    for (let at = next++; at < all.length; at = next++) results[at] = await run(all[at]!);
  });
  await Promise.all(turns);
  return results;
}

/** How often each answer came. */
async function logins(platform: Platform, tries: readonly Try[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  await inTurns(tries, async ({ email, password, headers }) => {
    const response = await fetch(`${platform.url}/api/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ email, password }),
    });
    const { code = 'SIGNED_IN' } = (await response.json()) as { code?: string };
    counts[code] = (counts[code] ?? 0) + 1;
    if (code === 'ATTEMPTS_TOO_MANY') expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
  });
  return counts;
}

/** One password at one account after another; `headersOf` says what the attacker writes of where they are. */
const spray = (count: number, headersOf: (n: number) => Record<string, string>): Try[] =>
  Array.from({ length: count }, (_, n) => ({
    email: emailOf(n % ACCOUNTS),
    password: `Summer ${2000 + Math.floor(n / ACCOUNTS)}!`,
    headers: headersOf(n),
  }));

const anyAddress = (n: number) => `198.${18 + ((n >> 16) & 1)}.${(n >> 8) & 255}.${n & 255}`;

describe('without a trusted proxy', () => {
  let platform: Platform;
  // One is trusted, but no one who connects here: 127.0.0.1 is the attacker.
  beforeAll(async () => {
    platform = await aPlatform(['10.0.0.0/8']);
  });
  afterAll(() => platform?.stop());

  test('a network has fifty looks at all accounts together, whatever it writes into headers', async () => {
    const forged = (n: number) => ({
      'x-forwarded-for': `${anyAddress(n)}, ${homeOf(n % ACCOUNTS)}, 10.0.0.1`,
      forwarded: `for=${anyAddress(n)};by=10.0.0.1`,
      'x-real-ip': anyAddress(n),
      'x-client-ip': anyAddress(n),
      'user-agent': `Browser ${n}`,
    });
    const count = NETWORKS * LOGINS_EACH;
    expect(await logins(platform, spray(count, forged))).toEqual({
      CREDENTIALS_WRONG: 50,
      ATTEMPTS_TOO_MANY: count - 50,
    });
  });

  test('after that the right password is not found out either', async () => {
    const right = Array.from({ length: 20 }, (_, n) => ({
      email: emailOf(n),
      password: passwordOf(n),
      headers: { 'x-forwarded-for': homeOf(n) },
    }));
    expect(await logins(platform, right)).toEqual({ ATTEMPTS_TOO_MANY: 20 });
  });
});

describe('behind a trusted proxy', () => {
  let platform: Platform;
  beforeAll(async () => {
    platform = await aPlatform(['127.0.0.0/8', '::1']);
  });
  afterAll(() => platform?.stop());

  /** As the proxy passes it on: it appends where the client is to what that has written. */
  const at = (address: string, forged?: string) => ({
    'x-forwarded-for': [...(forged === undefined ? [] : [forged]), address].join(', '),
  });
  const attackerOf = (n: number) => `203.0.${n >> 8}.${n & 255}`;

  test('each network has fifty looks, whatever it has written before the proxy did', async () => {
    const tries = spray(NETWORKS * LOGINS_EACH, (n) => at(attackerOf(n % NETWORKS), homeOf(n % ACCOUNTS)));
    const { CREDENTIALS_WRONG: looks, ...rest } = await logins(platform, tries);
    expect(looks).toBe(NETWORKS * 50);
    expect(rest).toEqual({ ATTEMPTS_TOO_MANY: NETWORKS * (LOGINS_EACH - 50) });
  });

  test('one account has a hundred looks an hour from all who were never signed in to it from there', async () => {
    const victim = ACCOUNTS - 1;
    const { rows } = await platform.db('auth').query('delete from attempts returning id');
    expect(rows.length).toBeGreaterThan(0);
    const many = Array.from({ length: 400 }, (_, n) => ({
      email: emailOf(victim),
      password: `guess ${n}`,
      headers: at(`198.51.100.${n % 200}`),
    }));
    expect(await logins(platform, many)).toEqual({ CREDENTIALS_WRONG: 100, ATTEMPTS_TOO_MANY: 300 });
    expect(
      await logins(platform, [
        { email: emailOf(victim), password: passwordOf(victim), headers: at('192.0.2.200') },
      ]),
    ).toEqual({ ATTEMPTS_TOO_MANY: 1 });
  });

  test('meanwhile every owner signs in from where they did before', async () => {
    const owners = Array.from({ length: ACCOUNTS }, (_, n) => ({
      email: emailOf(n),
      password: passwordOf(n),
      headers: at(homeOf(n)),
    }));
    expect(await logins(platform, owners)).toEqual({ SIGNED_IN: ACCOUNTS });
  });

  test('who writes an owner’s network is not there', async () => {
    const forged = Array.from({ length: 11 }, () => ({
      email: emailOf(0),
      password: 'a guess',
      headers: at('203.0.113.77', homeOf(0)),
    }));
    expect(await logins(platform, forged)).toEqual({ CREDENTIALS_WRONG: 10, ATTEMPTS_TOO_MANY: 1 });
  });
});
