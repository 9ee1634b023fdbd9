import { PASSWORD, startAccounts, tokenIn, type Accounts, type Someone } from '#test/accounts';
import { until } from '#test/platform';
import { world } from '#lib/world';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

let it: Accounts;
beforeAll(async () => {
  it = await startAccounts();
});
afterAll(() => it?.stop());

const anAddress = () => `${world.newId()}@example.org`;
const resetTokenFor = async (email: string) => tokenIn(await it.emailTo(email, /new password/));
const forget = (email: string, from = '192.0.2.1') =>
  it.anyone.post('/api/auth/password/forgot', { email }, { headers: { 'x-forwarded-for': from } });

async function verify(someone: Someone) {
  const token = tokenIn(await it.emailTo(someone.user.email, /verify/));
  expect(await it.anyone.call('users.verify_email', { token })).toEqual({ email: someone.user.email });
}

test('who registers is sent the link that verifies their address, and a program may use it', async () => {
  const ann = await it.register(anAddress());
  await verify(ann);
  expect((await it.meOf(ann)).email_verified).toBe(true);
});

test('a user changes their name, and that is told', async () => {
  const ann = await it.register(anAddress());
  expect(await ann.call('users.update', { name: 'Anna' })).toEqual({ ...ann.user, name: 'Anna', version: 2 });
  expect((await it.meOf(ann)).name).toBe('Anna');
});

test('of two who change the profile that they saw one does; the other is told to look again', async () => {
  const ann = await it.register(anAddress());
  const tag = (await ann.get('/api/users/me')).headers.get('etag')!;
  const rename = async (name: string) =>
    (await ann.send('PATCH', '/api/users/me', { body: { name }, headers: { 'if-match': tag } })).status;
  expect((await Promise.all([rename('Anna'), rename('Annika')])).sort()).toEqual([200, 412]);
  expect(await rename('Annette')).toBe(412);
  expect((await ann.call('users.update', { name: 'Anne' })).name).toBe('Anne');
});

test('the device of a login session is what its client called itself, and logging out is answered with nothing', async () => {
  const ann = await it.register(anAddress());
  const { data } = await ann.call('auth.list_login_sessions', {});
  expect(data).toMatchObject([{ device: 'node', current: true }]);
  const { status, body } = await ann.post('/api/auth/logout', {});
  expect([status, body]).toEqual([204, { text: '' }]);
  expect(await it.refresh(ann)).toBe(401);
});

test('whoever reads the mailbox sets a new password, once, and everybody is signed out', async () => {
  const email = anAddress();
  const ann = await it.register(email);
  expect((await forget(email)).status).toBe(202);
  const token = await resetTokenFor(email);
  expect((await it.anyone.call('auth.reset_password_page', { token })).html).toContain('name="new_password"');
  const weak = await it.anyone.post('/api/auth/password/reset', { token, new_password: 'password1234' });
  expect(weak.body['errors']).toMatchObject([{ pointer: '/new_password' }]);

  const { html } = await it.anyone.call('auth.press_reset_password', {
    token,
    new_password: 'another long one',
  });
  expect(html).toContain('Your password is set');
  expect([await it.signIn(email, PASSWORD), await it.signIn(email, 'another long one')]).toEqual([401, 200]);
  expect(await it.refresh(ann)).toBe(401);
  const again = await it.anyone.post('/api/auth/password/reset', { token, new_password: 'a third long one' });
  expect([again.status, again.body['code']]).toEqual([403, 'RESET_LINK_INVALID']);
  // Who reads the mailbox owns it.
  await until(async () => (await it.anyone.login(email, 'another long one').then(it.meOf)).email_verified);
  expect((await it.emailTo(email, /was changed/)).text).toContain('reset by a link');
});

test('who lets a program in, and who deletes their account, is told by e-mail', async () => {
  const email = anAddress();
  const ann = await it.register(email);
  const expires_at = new Date(world.nowMs() + 86_400_000).toISOString();
  await ann.call('auth.create_access_token', { name: 'Reports', permissions: ['account:read'], expires_at });
  expect((await it.emailTo(email, /program/)).text).toContain('Reports');
  const { erased_at } = await ann.call('auth.delete', { password: PASSWORD });
  expect((await it.emailTo(email, /deleted/)).text).toContain(erased_at.slice(0, 10));
});

test('an account that a stranger opened is its owner’s after a reset, whatever the stranger has begun', async () => {
  const email = anAddress();
  const stranger = await it.register(email, 'Stranger');
  // The address is not verified: only the stranger's own must confirm.
  const theirs = anAddress();
  const begun = await stranger.call('auth.change_email', { new_email: theirs, password: PASSWORD });
  expect(begun.confirm_at).toEqual([theirs]);
  const change = tokenIn(await it.emailTo(theirs, /new address/));

  await forget(email);
  await it.anyone.call('auth.reset_password', {
    token: await resetTokenFor(email),
    new_password: 'the owner’s own',
  });
  expect(await it.refresh(stranger)).toBe(401);
  expect(await it.signIn(email, PASSWORD)).toBe(401);
  const { status } = await it.anyone.post('/api/auth/email/confirm', { token: change });
  expect(status).toBe(403);
  expect(await it.signIn(email, 'the owner’s own')).toBe(200);
});

test('nobody learns whether there is an account, and no mailbox is filled', async () => {
  const [email, nobody] = [anAddress(), anAddress()];
  await it.register(email);
  const answers = [];
  for (const each of [email, nobody])
    for (let i = 0; i < 5; i++) {
      const { status, body } = await forget(each, '198.51.100.9');
      answers.push(JSON.stringify([status, body]));
    }
  expect(new Set(answers)).toEqual(new Set(['[202,{}]']));
  await it.platform.quiet();
  expect(
    await it.platform.count(
      'auth',
      'password_resets r join credentials using (user_id) where email = $1',
      email,
    ),
  ).toBe(3);
});

test('of two who use one link at once one sets the password, and of two links one', async () => {
  for (const links of [1, 2]) {
    const email = anAddress();
    const { user } = await it.register(email);
    await forget(email);
    const first = await resetTokenFor(email);
    let second = first;
    if (links === 2) {
      const { url } = await it.operator.call('auth.issue_reset', { email, show: true });
      second = new URL(url!).searchParams.get('token')!;
    }
    const rival = await it.platform.db('auth').connect();
    await rival.query('begin');
    await rival.query('select from credentials where user_id = $1 for update', [user.id]);
    const all = Promise.all(
      [first, second].map((token, i) =>
        it.anyone.post('/api/auth/password/reset', { token, new_password: `password of ${i} and more` }),
      ),
    );
    await it.platform.blocked('auth', 2);
    await rival.query('commit');
    rival.release();
    expect((await all).map(({ status }) => status).sort()).toEqual([200, 403]);
    const signedIn = [
      await it.signIn(email, 'password of 0 and more'),
      await it.signIn(email, 'password of 1 and more'),
    ];
    expect(signedIn.sort()).toEqual([200, 401]);
  }
});

test('an address changes when both mailboxes say so, in any order, and what follows goes to the new one', async () => {
  for (const sides of [
    ['old', 'new'],
    ['new', 'old'],
  ]) {
    const [email, new_email] = [anAddress(), anAddress()];
    const ann = await it.register(email);
    await verify(ann);
    expect(await ann.call('auth.change_email', { new_email, password: PASSWORD })).toMatchObject({
      new_email,
      confirm_at: [email, new_email],
    });
    const tokens = {
      old: tokenIn(await it.emailTo(email, /another address\?/)),
      new: tokenIn(await it.emailTo(new_email, /new address/)),
    } as Record<string, string>;
    const confirm = (side: string) => it.anyone.call('auth.confirm_email', { token: tokens[side]! });
    expect(await confirm(sides[0]!)).toEqual({ email: new_email, changed: false });
    expect(await confirm(sides[0]!)).toEqual({ email: new_email, changed: false });
    expect(await it.signIn(email, PASSWORD)).toBe(200);
    const { html } = await it.anyone.call('auth.press_confirm_email', { token: tokens[sides[1]!]! });
    expect(html).toContain('Your address is changed');
    expect([await it.signIn(email, PASSWORD), await it.signIn(new_email, PASSWORD)]).toEqual([401, 200]);
    await until(async () => (await it.meOf(ann)).email === new_email);
    expect((await it.meOf(ann)).email_verified).toBe(true);
    expect((await it.emailTo(email, /has another address/)).text).toContain(new_email);
    expect(await it.refresh(ann)).toBe(200);
  }
});

test('the old mailbox calls a change off', async () => {
  const [email, new_email] = [anAddress(), anAddress()];
  const ann = await it.register(email);
  await verify(ann);
  await ann.call('auth.change_email', { new_email, password: PASSWORD });
  const [old, fresh] = [
    tokenIn(await it.emailTo(email, /another address\?/)),
    tokenIn(await it.emailTo(new_email, /new address/)),
  ];
  expect((await it.anyone.call('auth.confirm_email_page', { token: old })).html).toContain(
    '/cancel-email-change',
  );
  const { html } = await it.anyone.call('auth.press_cancel_email_change', { token: old });
  expect(html).toContain('Your address stays');
  for (const token of [old, fresh])
    expect((await it.anyone.post('/api/auth/email/confirm', { token })).status).toBe(403);
});

test('an address is of one account: it is refused if it is taken, also at the last moment', async () => {
  const [email, new_email] = [anAddress(), anAddress()];
  const ann = await it.register(email);
  await ann.call('auth.change_email', { new_email, password: PASSWORD });
  const token = tokenIn(await it.emailTo(new_email, /new address/));
  await it.register(new_email);
  const confirmed = await it.anyone.post('/api/auth/email/confirm', { token });
  expect(confirmed.body['code']).toBe('EMAIL_TAKEN');
  const asked = await ann.post('/api/auth/email/change', {
    new_email: new_email.toUpperCase(),
    password: PASSWORD,
  });
  expect(asked.body['code']).toBe('EMAIL_TAKEN');
});

test('links for one thing do nothing else, and none is invented', async () => {
  const email = anAddress();
  const ann = await it.register(email);
  await forget(email);
  const [reset, verification] = [await resetTokenFor(email), tokenIn(await it.emailTo(email, /verify/))];
  const statusOf = async (path: string, body: object) => (await it.anyone.post(path, body)).status;
  const new_password = 'another long one';
  for (const token of [verification, 'nonsense', `${ann.user.id}.${'x'.repeat(43)}`, `${reset}x`])
    expect(await statusOf('/api/auth/password/reset', { token, new_password })).toBe(403);
  for (const token of [reset, `${ann.user.id}.old.${'x'.repeat(43)}`])
    expect(await statusOf('/api/auth/email/confirm', { token })).toBe(403);
  expect(await statusOf('/api/auth/email/verify', { token: reset })).toBe(403);
});

test('a guess too many is answered 429, with when to come back', async () => {
  const email = anAddress();
  await it.register(email);
  const headers = { 'x-forwarded-for': '203.0.113.77' };
  const guess = (password: string) => it.anyone.post('/api/auth/login', { email, password }, { headers });
  for (let i = 0; i < 10; i++) expect((await guess('a guess')).status).toBe(401);
  const refused = await guess(PASSWORD);
  expect([refused.status, refused.body['code']]).toEqual([429, 'ATTEMPTS_TOO_MANY']);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
});
