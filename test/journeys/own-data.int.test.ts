import { startFundraising, type Fundraising } from '#test/fundraising';
import { download } from '#test/download';
import { until } from '#test/platform';
import { world } from '#lib/world';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

let it: Fundraising;
beforeAll(async () => {
  it = await startFundraising();
});
afterAll(() => it?.platform.stop());

const keyed = () => ({ idempotency_key: world.newId() });

async function anAccount() {
  const account = {
    email: `${world.newId()}@example.org`,
    password: `pass ${world.newId()}`,
    name: 'Wilhelmina',
  };
  const { access_token, refresh_token, user } = await it.anyone.call('auth.register', account);
  const signedIn = { headers: { authorization: `Bearer ${access_token}` } };
  const give = (amount: number) =>
    it.anyone.call(
      'pledges.create',
      { campaign_id: it.campaign_id, amount, currency: 'EUR', message: 'For Ida' },
      { ...signedIn, ...keyed() },
    );
  return { ...account, access_token, refresh_token, signedIn, user, give };
}
type Account = Awaited<ReturnType<typeof anAccount>>;

interface Document {
  user_id: string;
  services: Record<
    string,
    {
      purposes: string;
      tables: Record<string, { fields: Record<string, string>; rows: Record<string, unknown>[] }>;
    }
  >;
}

const ask = ({ signedIn }: Pick<Account, 'signedIn'>) => it.anyone.get('/api/users/me/data', signedIn);

test('a person gets all that each service keeps of them, and nothing of others, as one file', async () => {
  const [ann, other] = [await anAccount(), await anAccount()];
  const [gift] = [await ann.give(1000), await other.give(2000)];
  const payment_id = await it.provider.open(gift.payment_url);
  await it.anyone.call('sandbox.capture', { id: payment_id });
  await it.platform.quiet();

  const { status, headers, body } = await ask(ann);
  expect(status).toBe(200);
  expect(headers.get('content-disposition')).toMatch(/^attachment; filename="data-\d{4}-\d\d-\d\d\.json"$/);
  expect(headers.get('cache-control')).toBe('no-store');
  const { services, user_id } = body as unknown as Document;
  const rows = (service: string, table: string) => services[service]!.tables[table]!.rows;
  expect(user_id).toBe(ann.user.id);
  expect(rows('users', 'users')).toMatchObject([{ id: ann.user.id, email: ann.email, name: 'Wilhelmina' }]);
  expect(rows('auth', 'credentials')).toMatchObject([{ email: ann.email }]);
  expect(rows('auth', 'login_sessions')).toHaveLength(1);
  const given = { id: gift.pledge_id, amount: 1000, message: 'For Ida', status: 'COMPLETED' };
  expect(rows('pledges', 'pledges')).toMatchObject([{ ...given, status: expect.any(String) }]);
  expect(rows('receipts', 'receipts')).toMatchObject([{ donor_name: 'Wilhelmina', amount: 1000 }]);
  expect(rows('receipts', 'receipted_pledges')).toMatchObject([{ donor_address: ann.email }]);
  expect(Object.keys(services)).toEqual(Object.keys(it.platform.settings.databases).sort());
  // Each field is explained, and explains a field.
  for (const { purposes, tables } of Object.values(services)) {
    expect(purposes).not.toBe('');
    for (const { fields, rows } of Object.values(tables))
      for (const row of rows) expect(Object.keys(row)).toEqual(Object.keys(fields));
  }

  const text = JSON.stringify(body);
  expect(text).not.toContain(other.user.id);
  const { rows: secrets } = await it.platform.db('auth').query<{ secret: string }>(
    `select password_hash secret from credentials union select hash from refresh_tokens
       union select private_key from signing_keys`,
  );
  const found = [...secrets.map(({ secret }) => secret), ann.refresh_token, ann.password].filter((secret) =>
    text.includes(JSON.stringify(secret).slice(1, -1)),
  );
  expect(found).toEqual([]);
});

test('however much it is, it comes page by page, with every row once', async () => {
  const ann = await anAccount();
  const { pledge_id } = await ann.give(1);
  await it.platform.quiet();
  const n = 1700;
  await it.platform.db('pledges').query(
    `insert into pledges select copy.* from pledges p, generate_series(2, $2) n,
       json_populate_record(p, json_build_object('id', gen_random_uuid(), 'amount', n)) copy where p.id = $1`,
    [pledge_id, n],
  );
  const { body } = await ask(ann);
  const { rows } = (body as unknown as Document).services['pledges']!.tables['pledges']!;
  const amounts = rows.map(({ amount }) => Number(amount)).sort((a, b) => a - b);
  expect(amounts).toEqual(Array.from({ length: n }, (_, i) => i + 1));
});

test('where a service is away there is no document, and it is said whose part would be missing', async () => {
  const ann = await anAccount();
  const [node] = it.platform.nodes;
  const totals = node!.getLocalService('totals');
  await node!.destroyService(totals);
  const { status, body } = await ask(ann);
  expect([status, body['code'], body['unavailable']]).toEqual([503, 'UNAVAILABLE', ['totals']]);
  node!.createService(totals.originalSchema);
  await node!.waitForServices(['totals']);
  await until(async () => (await ask(ann)).status === 200);
});

test('one at a time: a second is refused until the first has ended', async () => {
  const ann = await anAccount();
  const rival = await it.platform.db('users').connect();
  await rival.query('begin');
  await rival.query('lock table users in access exclusive mode');
  const first = download(`${it.platform.url}/api/users/me/data`, ann.signedIn.headers);
  await it.platform.blocked('users', 1);
  const { status, body } = await ask(ann);
  expect([status, body['code']]).toEqual([429, 'EXPORTS_UNDER_WAY']);
  await rival.query('commit');
  rival.release();
  await (
    await first
  ).ended;
  await until(async () => (await ask(ann)).status === 200);
});

test('an account that is deleted gives nothing away to a token that is left of it', async () => {
  const ann = await anAccount();
  await it.anyone.call('auth.delete', { password: ann.password }, ann.signedIn);
  await it.platform.quiet();
  const { status } = await ask(ann);
  expect([401, 404]).toContain(status);
});
