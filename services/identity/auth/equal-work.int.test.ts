// Whether there is an account, nobody learns by the time that an answer takes: it costs the same checks and the same queries.
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { world } from '#lib/world';
import { AsyncLocalStorage, AsyncResource } from 'node:async_hooks';
import argon2 from '@node-rs/argon2';
import pg from 'pg';
import { alone, anAccount, requestLogin, withPasskey, withTotp, type Account } from './factors.fixture.ts';
import { freshWorld, outcomeOf, type Node, type World } from './fixture.test.ts';

/** The calls of argon2 and of the database that a request leads to, in order; they work as usual. */
const asked = new AsyncLocalStorage<string[]>();
function watch(): void {
  const { hash, verify } = argon2;
  jest.spyOn(argon2, 'hash').mockImplementation((...args) => (note('hash'), hash(...args)));
  jest
    .spyOn(argon2, 'verify')
    .mockImplementation((...args) => (note(`verify ${costOf(String(args[0]))}`), verify(...args)));
  // Who waits for a connection goes on as whoever gave one back.
  const { connect } = pg.Pool.prototype as { connect: (then?: () => void) => unknown };
  jest.spyOn(pg.Pool.prototype, 'connect').mockImplementation(function (this: pg.Pool, then?: () => void) {
    return connect.call(this, then && AsyncResource.bind(then)) as never;
  } as never);
  const query = pg.Client.prototype.query as (...args: unknown[]) => unknown;
  jest.spyOn(pg.Client.prototype, 'query').mockImplementation(function (this: pg.Client, ...args: unknown[]) {
    const [sent] = args as [string | { text?: string }];
    note((typeof sent === 'string' ? sent : (sent.text ?? '')).replace(/\s+/g, ' '));
    return query.apply(this, args) as never;
  });
}
const note = (what: string) => asked.getStore()?.push(what);

let fixture: World;
let node: Node;
/** The addresses of accounts of every kind. */
const emails = new Map<string, string>();

beforeAll(async () => {
  watch();
  fixture = await freshWorld();
  node = await fixture.node();
  const people: Record<string, (account: Account) => Promise<unknown>> = {
    'who has just registered': async () => {},
    'who has verified their address': ({ id }) =>
      fixture.users.query('update users set verified_at = now() where id = $1', [id]),
    'with an authenticator app': (account) => withTotp(node, account, world.now),
    'who signs in by a passkey alone': withoutPassword,
    'who was deleted': ({ password, meta }) => node.call('auth.delete', { password }, meta),
  };
  for (const [who, make] of Object.entries(people)) {
    const account = await anAccount(node);
    await make(account);
    emails.set(who, account.email);
  }
  emails.set('whom there is not', 'nobody@example.org');
});
afterAll(async () => {
  jest.restoreAllMocks();
  await fixture.stop();
});

async function withoutPassword(account: Account): Promise<void> {
  const holder = await withPasskey(node, account);
  await alone(node, holder);
  const request = await requestLogin(node);
  const passkey = { challenge_id: request.challenge_id, response: holder.device.get(request) };
  await node.call('auth.remove_password', { passkey }, account.meta);
}

/** Everything that determines the cost of a verification: algorithm, version, parameters, lengths of salt and hash. */
function costOf(hash: string): string {
  const [, algorithm, version, parameters, ...rest] = hash.split('$');
  return [algorithm, version, parameters, ...rest.map((part) => part.length)].join(' ');
}

/** What an answer costs, which must be `answer`. */
async function costOfAnswer(answer: string, ask: () => Promise<unknown>): Promise<string[]> {
  const cost: string[] = [];
  expect(await asked.run(cost, () => outcomeOf(ask()))).toBe(answer);
  return cost;
}

/** The same, asked about each of them. */
async function costs(
  answer: string,
  ask: (email: string) => Promise<unknown>,
): Promise<Map<string, string[]>> {
  const all = new Map<string, string[]>();
  for (const [who, email] of emails) {
    all.set(who, await costOfAnswer(answer, () => ask(email)));
  }
  return all;
}

const VERIFICATION = 'verify argon2id v=19 m=19456,t=2,p=1 22 43';
const distinct = (all: Map<string, string[]>) => new Set([...all.values()].map((each) => each.join('\n')));

test.each<[string, 'auth.login' | 'auth.restore']>([
  ['a login', 'auth.login'],
  ['taking a deletion back', 'auth.restore'],
])(
  '%s with a wrong password costs one verification of a present-day hash and the same queries, whoever it is',
  async (_what, name) => {
    for (const address of ['192.0.2.1', undefined]) {
      const all = await costs('CREDENTIALS_WRONG', (email) =>
        node.call(name, { email, password: 'another password' }, address === undefined ? {} : { address }),
      );
      expect(distinct(all).size).toBe(1);
      expect([...all.values()][0]!.filter((each) => each.startsWith('verify'))).toEqual([VERIFICATION]);
    }
  },
);

test('a link for a forgotten password costs the same queries and no verification, whoever it is', async () => {
  const all = await costs('ok', (email) =>
    node.call('auth.request_password_reset', { email }, { address: '192.0.2.2' }),
  );
  expect(distinct(all).size).toBe(1);
  expect([...all.values()][0]!.filter((each) => each.startsWith('verify'))).toEqual([]);
});

test('over a limit all are refused alike', async () => {
  const guess = (email: string) =>
    node.call('auth.login', { email, password: 'another' }, { address: '192.0.2.3' });
  const guessed = [...emails.values()].flatMap((email) => Array.from({ length: 10 }, () => email));
  for (const email of guessed) await outcomeOf(guess(email));
  const all = await costs('ATTEMPTS_TOO_MANY', guess);
  expect(distinct(all).size).toBe(1);
  expect([...all.values()][0]!.filter((each) => each.startsWith('verify'))).toEqual([]);
});

test('a token for programs that was revoked, has ended or never was costs one look by its hash', async () => {
  const account = await anAccount(node);
  const make = async () =>
    node.call(
      'auth.create_access_token',
      {
        name: 'Reports',
        permissions: ['account:read'],
        expires_at: new Date(world.nowMs() + 86_400_000).toISOString(),
      },
      account.meta,
    );
  const [revoked, ended] = [await make(), await make()];
  await node.call('auth.revoke_access_token', { id: revoked.id }, account.meta);
  await fixture.auth.query('update access_tokens set expires_at = now() where id = $1', [ended.id]);
  const looks = [];
  for (const token of [revoked.token, ended.token, `cw_${'x'.repeat(43)}`])
    looks.push(await costOfAnswer('SIGN_IN_REQUIRED', () => node.call('auth.read_access_token', { token })));
  expect(looks).toEqual([looks[0], looks[0], looks[0]]);
  expect(looks[0]).toHaveLength(1);
});

test('beside a right password a wrong recovery code costs the same as a used one', async () => {
  const account = await withTotp(node, await anAccount(node), world.now);
  const [used = ''] = account.codes;
  const { email, password } = account;
  await node.call('auth.login', { email, password, otp: used });
  const looks = [];
  for (const otp of [used, used.replace(/^./, (letter) => (letter === 'a' ? 'b' : 'a'))])
    looks.push(
      await costOfAnswer('SECOND_FACTOR_WRONG', () => node.call('auth.login', { email, password, otp })),
    );
  expect(looks[1]).toEqual(looks[0]);
});
