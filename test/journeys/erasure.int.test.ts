import { callerOf } from '#test/callers';
import { world } from '#lib/world';
import { aDraft, startFundraising, type Fundraising } from '#test/fundraising';
import type { Result } from '#contracts';
import { recurring } from '#test/recurring';
import { delivery, until } from '#test/platform';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { signLink } from '../../services/fundraising/pledges/guest-link.ts';

let it: Fundraising;
beforeAll(async () => {
  it = await startFundraising();
});
afterAll(() => it?.platform.stop());

const keyed = () => ({ idempotency_key: world.newId() });
const wish = () => ({ campaign_id: it.campaign_id, amount: 1000, currency: 'EUR', message: 'For Ida' });
const aGuest = () => ({ name: 'Greta Guest', email: `${world.newId()}@example.org` });
const asGuest = (donor: ReturnType<typeof aGuest>) =>
  it.anyone.call('pledges.create', { ...wish(), donor }, keyed());
const byLink = (id: string) => ({ id, token: signLink(it.platform.settings.link_secret, id) });
const totals = async () => {
  await it.platform.quiet();
  const { total, donors, pledges, refunded } = await it.anyone.call('totals.get', {
    campaign_id: it.campaign_id,
  });
  return { total, donors, pledges, refunded };
};
async function pay(payment_url: string, refunds: 'succeed' | 'wait' = 'succeed') {
  const payment_id = await it.provider.open(payment_url);
  await it.anyone.call('sandbox.behave', { id: payment_id, refunds });
  await it.anyone.call('sandbox.capture', { id: payment_id });
  await it.platform.quiet();
  return payment_id;
}
/** Where a text stands, in any row of any service: nowhere, if all is well. Logs and backups are the operator's. */
async function placesOf(text: string) {
  const found: string[] = [];
  for (const service of [
    'auth',
    'users',
    'campaigns',
    'pledges',
    'payments',
    'sandbox',
    'totals',
    'notifications',
  ]) {
    const db = it.platform.db(service);
    const { rows } = await db.query<{ name: string }>(
      `select table_name name from information_schema.tables
       where table_schema = 'public' and table_type = 'BASE TABLE'`,
    );
    for (const { name } of rows) {
      const n = await it.platform.count(service, `${name} t where t::text ilike '%' || $1 || '%'`, text);
      if (n > 0) found.push(`${service}.${name}`);
    }
  }
  return found;
}
/** A deleted account's time is over. */
const isDue = (user_id: string) =>
  it.platform
    .db('auth')
    .query(`update timers set due_at = now() where name = 'auth.erasure' and key = $1`, [user_id]);
const nowhere = (text: string) => until(async () => (await placesOf(text)).length === 0);
/** The invariants that do not hold, as `commonweal verify` finds them. */
async function violated() {
  const found: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Result<'ops.verify'> = await it.admin.call('ops.verify', cursor ? { cursor } : {});
    found.push(...page.data.filter((it) => it.violations.length > 0).map(({ invariant }) => invariant));
    cursor = page.next_cursor;
  } while (cursor);
  return found;
}

test('a guest who erases one gift by its link is gone from all of them; the money stays', async () => {
  const guest = aGuest();
  const [one, other] = [await asGuest(guest), await asGuest(guest)];
  await pay(other.payment_url);
  // An answer that is stored for its repetition says who gave, too.
  await it.anyone.call('pledges.update', { ...byLink(other.pledge_id), message: 'For Ole' }, keyed());
  const before = await totals();
  expect((await placesOf(guest.email)).sort()).toEqual(['pledges.inbox', 'pledges.pledges']);

  const key = keyed();
  const erased = await it.anyone.call('pledges.erase', byLink(one.pledge_id), key);
  expect(await it.anyone.call('pledges.erase', byLink(one.pledge_id), key)).toEqual(erased);
  await it.platform.quiet();
  expect([...(await placesOf(guest.email)), ...(await placesOf('For Ole'))]).toEqual([]);
  expect(await it.admin.call('pledges.get', { id: other.pledge_id })).toMatchObject({
    donor: null,
    message: null,
    anonymous: true,
    status: 'CAPTURED',
  });
  await expect(it.anyone.call('pledges.get', byLink(other.pledge_id))).rejects.toThrow('404');
  expect(await totals()).toEqual(before);
  expect(await violated()).toEqual([]);
});

test('the link of one guest erases no other, and nothing but a link erases', async () => {
  const [guest, other] = [aGuest(), aGuest()];
  const [mine, theirs] = [await asGuest(guest), await asGuest(other)];
  await it.anyone.call('pledges.erase', byLink(mine.pledge_id));
  await it.platform.quiet();
  expect(await placesOf(other.email)).toEqual(['pledges.pledges']);
  const { token } = byLink(mine.pledge_id);
  for (const params of [{ id: theirs.pledge_id }, { id: theirs.pledge_id, token }])
    await expect(it.anyone.call('pledges.erase', params)).rejects.toThrow('PLEDGE_NOT_FOUND');
  await expect(it.owner.call('pledges.erase', { id: theirs.pledge_id })).rejects.toThrow('PLEDGE_NOT_FOUND');
});

test('an erased account is nowhere, by address or name, and its gifts count as before', async () => {
  const [email, password, name] = [`${world.newId()}@example.org`, `pass ${world.newId()}`, 'Wilhelmina'];
  const { access_token, user } = await it.anyone.call('auth.register', { email, password, name });
  const signedIn = { headers: { authorization: `Bearer ${access_token}` } };
  const gift = await it.anyone.call(
    'pledges.create',
    { ...wish(), message: name },
    { ...signedIn, ...keyed() },
  );
  await pay(gift.payment_url);
  const before = await totals();
  const wrong = it.anyone.call('auth.delete', { password: 'another' }, signedIn);
  await expect(wrong).rejects.toThrow('CREDENTIALS_WRONG');

  const { user_id } = await it.anyone.call('auth.delete', { password }, signedIn);
  expect(user_id).toBe(user.id);
  await isDue(user_id);
  await nowhere(email);
  await nowhere(name);
  await expect(it.anyone.login(email, password)).rejects.toThrow('CREDENTIALS_WRONG');
  // Its token, which would be good for minutes, lets nobody in; and a gateway that has not heard of it yet shows nothing that was its own.
  await until(() =>
    it.anyone.call('users.me', {}, signedIn).then(
      () => {
        throw new Error('a profile of nobody');
      },
      (error) => String(error).includes('SIGN_IN_REQUIRED'),
    ),
  );
  const by = { caller: callerOf(user_id) };
  for (const asked of [
    it.platform.call('users.me', {}, by),
    it.platform.call('pledges.get', { id: gift.pledge_id }, by),
  ])
    await expect(asked).rejects.toMatchObject({ code: 404 });
  expect(await totals()).toEqual(before);
  expect(await violated()).toEqual([]);
});

test('a gift that was let in before a gateway heard that its account was erased is erased by the second pass', async () => {
  const [email, password] = [`${world.newId()}@example.org`, `pass ${world.newId()}`];
  const { access_token, user } = await it.anyone.call('auth.register', { email, password, name: 'Ann' });
  const signedIn = { headers: { authorization: `Bearer ${access_token}` } };
  await it.anyone.call('auth.delete', { password }, signedIn);
  await isDue(user.id);
  const again = `timers where name = 'pledges.erasure' and key = $1 and (payload ->> 'is_again')::bool`;
  await until(async () => (await it.platform.count('pledges', again, user.id)) === 1);
  const late = { ...wish(), message: `Of ${email}` };
  await it.platform.call('pledges.create', late, {
    caller: callerOf(user.id),
    idempotency_key: world.newId(),
  });
  expect(await placesOf(email)).toEqual(['pledges.pledges']);
  await it.platform.db('pledges').query('update timers set due_at = now() where key = $1', [user.id]);
  await nowhere(email);
});

test('a refund that was under way when its donor was erased still arrives', async () => {
  const guest = aGuest();
  const { pledge_id, payment_url } = await asGuest(guest);
  const payment_id = await pay(payment_url, 'wait');
  const { refund_id } = await it.owner.call('pledges.refund', { id: pledge_id }, keyed());
  await it.anyone.call('pledges.erase', byLink(pledge_id));
  await nowhere(guest.email);
  await it.anyone.call('sandbox.refund', { id: payment_id, amount: 1000, refund_id });
  const refunded = async () => (await it.admin.call('pledges.get', { id: pledge_id })).status === 'REFUNDED';
  await until(refunded);
  await it.platform.quiet();
  expect((await it.admin.call('totals.verify', {})).data).toEqual([]);
});

test('what a message that failed knows of an erased account is forgotten with it, and claims nothing any more', async () => {
  const user_id = world.newId();
  const email = `${world.newId()}@example.org`;
  const told = delivery('user.email_verified', user_id, { user_id, email, verified_at: world.now() });
  await it.platform
    .service('pledges')
    .broker.call('pledges.deadLetter', { delivery: told, error: 'none', attempts: 4 });
  expect(await placesOf(email)).toEqual(['pledges.dead_letters']);
  const erased = delivery('user.erased', user_id, { user_id, erased_at: world.now() });
  await it.platform.deliver('pledges', [erased, erased]);
  expect(await placesOf(email)).toEqual([]);
});

test('a deleted account stops what goes on in its name; restored, it has all that it had, and goes on where it wants', async () => {
  const { anActive, subscriptionOf } = recurring(it);
  const [email, password] = [`${world.newId()}@example.org`, `pass ${world.newId()}`];
  const { user } = await it.anyone.call('auth.register', { email, password, name: 'Ann' });
  const ann = await it.anyone.login(email, password);
  const { id } = await anActive(ann);
  const [draft, open] = [
    await ann.call('campaigns.create', aDraft()),
    await ann.call('campaigns.create', aDraft()),
  ];
  await ann.call('campaigns.publish', { id: open.id });

  await ann.call('auth.delete', { password });
  await expect(it.anyone.login(email, password)).rejects.toThrow('ACCOUNT_DELETED');
  const isPaused = async () => (await subscriptionOf(id)).status === 'PAUSED';
  const isClosed = async () => (await it.anyone.call('campaigns.get', { id: open.id })).status === 'CLOSED';
  await until(async () => (await isPaused()) && (await isClosed()));

  await it.anyone.call('auth.restore', { email, password });
  await it.platform.quiet();
  const again = await it.anyone.login(email, password);
  expect(await again.call('users.me', {})).toMatchObject({ id: user.id, name: 'Ann', email });
  expect(await again.call('campaigns.get', { id: draft.id })).toMatchObject({
    status: 'DRAFT',
    title: draft.title,
  });
  expect(await subscriptionOf(id)).toMatchObject({ status: 'PAUSED', paused_by: 'deletion' });
  expect(await again.call('subscriptions.resume', { id })).toMatchObject({ status: 'ACTIVE' });
  // The second passes are taken back with the deletion.
  const passes = (service: string) => it.platform.count(service, 'timers where key = $1', user.id);
  expect([await passes('campaigns'), await passes('subscriptions')]).toEqual([0, 0]);

  await again.call('auth.delete', { password });
  await isDue(user.id);
  await nowhere(email);
  await until(async () => (await it.admin.call('campaigns.get', { id: draft.id })).title === 'Erased');
  await until(async () => (await subscriptionOf(id)).status === 'CANCELLED');
});

// The last: its gifts have no payments.
test('a guest with more gifts than a page holds is erased from all of them', async () => {
  const guest = aGuest();
  const { pledge_id } = await asGuest(guest);
  await it.platform.db('pledges').query(
    `insert into pledges select copy.* from pledges p, generate_series(1, 1100) n,
       json_populate_record(p, json_build_object('id', gen_random_uuid(), 'amount', n)) copy where p.id = $1`,
    [pledge_id],
  );
  await it.anyone.call('pledges.erase', byLink(pledge_id));
  await nowhere(guest.email);
  const gone = `pledges p, (select donor_id from pledges where id = $1) g where p.donor_id = g.donor_id and erased_at is not null`;
  expect(await it.platform.count('pledges', gone, pledge_id)).toBe(1101);
});
