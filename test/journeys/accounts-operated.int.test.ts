import { PASSWORD, startAccounts, tokenIn, type Accounts } from '#test/accounts';
import { OPERATOR_KEY, until } from '#test/platform';
import { world } from '#lib/world';
import { main } from '../../bin/cli/main.ts';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

let it: Accounts;
beforeAll(async () => {
  it = await startAccounts();
});
afterAll(() => it?.stop());

const anAddress = () => `${world.newId()}@example.org`;

test('an operator finds an account, gives it back to its owner, and moves it when the mailbox is lost', async () => {
  const [email, new_email] = [anAddress(), anAddress()];
  const ann = await it.register(email);
  await it.anyone.call('users.verify_email', { token: tokenIn(await it.emailTo(email, /verify/)) });
  const said: string[] = [];
  const run = (...words: string[]) =>
    main([...words, '--url', it.platform.url, '--token', OPERATOR_KEY], {
      out: (text) => said.push(text),
      err: (text) => said.push(text),
      write: async () => {},
    });
  expect(await run('accounts', 'show', email)).toBe(0);
  expect(said.at(-1)).toContain(ann.user.id);
  expect(await run('accounts', 'show', anAddress())).toBe(1);
  expect(said.at(-1)).toContain('ACCOUNT_NOT_FOUND');

  expect(await run('accounts', 'reset', email, '--show')).toBe(0);
  const token = tokenIn({ text: said.at(-1)! });
  await it.anyone.call('auth.reset_password', { token, new_password: 'another long one' });
  expect(await it.signIn(email, 'another long one')).toBe(200);

  expect(await run('accounts', 'move', email, new_email)).toBe(0);
  const confirmation = tokenIn(await it.emailTo(new_email, /new address/));
  expect(await it.anyone.call('auth.confirm_email', { token: confirmation })).toEqual({
    email: new_email,
    changed: true,
  });
  expect(await it.signIn(new_email, 'another long one')).toBe(200);
  const find = ({ post }: Pick<typeof ann, 'post'>) => post('/api/ops/accounts/find', { email: new_email });
  expect((await find(await it.register(anAddress()))).status).toBe(403);
  // Whoever was signed in before the reset is so no more.
  await until(async () => (await find(ann)).status === 401);
});

test('the set of keys may be kept for as long as it says, and `keys rotate` adds to it', async () => {
  const before = await it.anyone.get('/.well-known/jwks.json');
  expect(before.headers.get('cache-control')).toBe('public, max-age=300');
  const { kid } = await it.operator.call('auth.rotate_keys', {});
  const { keys } = await it.anyone.call('auth.jwks', {});
  expect(keys.map((key) => key.kid)).toContain(kid);
  expect(await it.signIn((await it.register(anAddress())).user.email, PASSWORD)).toBe(200);
});

test('what is kept of accounts holds together', async () => {
  await it.platform.quiet();
  const look = (invariant?: string) =>
    it.platform.nodes[0]!.call<
      { data: { violations: unknown[] }[]; next: { invariant: string } | null },
      object
    >('auth.invariants', invariant === undefined ? {} : { invariant });
  let page = await look();
  const violations = [...page.data];
  while (page.next) {
    page = await look(page.next.invariant);
    violations.push(...page.data);
  }
  expect(violations.flatMap((each) => each.violations)).toEqual([]);
  expect(violations).toHaveLength(3);
});
