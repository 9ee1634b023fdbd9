import type { ExportedDonor, ExportedPledge, LedgerEntry, Payout } from '#contracts';
import { uuidv5, world } from '#lib/world';
import type { Client, Json } from '#test/client';
import { startFundraising, type Fundraising } from '#test/fundraising';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { main } from '../../bin/cli/main.ts';

let it: Fundraising;
let path: string;
beforeAll(async () => {
  it = await startFundraising();
  path = `/api/campaigns/${it.campaign_id}/exports`;
  await pledge(it.donor, 1000, { message: '=HYPERLINK("http://evil.example")' });
  await pledge(it.donor, 500, { anonymous: true });
  await pledge(await it.anyone.register('Secret Sam'), 250, { anonymous: true });
  await pledge(it.anyone, 300, { donor: { name: '+Gina', email: 'gina@example.org' } });
  const { id } = await it.owner.call('campaigns.get', { id: it.campaign_id });
  const payout = { beneficiary: `campaign:${id}`, amount: 700, currency: 'EUR' };
  await it.admin.call('payments.create_payout', payout, keyed());
  await it.platform.quiet();
});
afterAll(() => it?.platform.stop());

const keyed = () => ({ idempotency_key: world.newId() });

/** A captured pledge. */
async function pledge(by: Client, amount: number, changes: object = {}) {
  const wish = { campaign_id: it.campaign_id, amount, currency: 'EUR', ...changes };
  const { payment_url } = await by.call('pledges.create', wish, keyed());
  const payment_id = await it.provider.open(payment_url);
  await it.anyone.post(`/sandbox/payments/${payment_id}/capture`, {});
  await it.platform.quiet();
}

async function rowsOf<T>(by: Client, path: string): Promise<T[]> {
  const { status, body } = await by.get(`${path}${path.includes('?') ? '&' : '?'}format=jsonl`);
  expect([path, status]).toEqual([path, 200]);
  return body['data'] as T[];
}

const sum = (rows: { kept_amount: number }[]) => rows.reduce((all, row) => all + row.kept_amount, 0);
const codeFrom = async (by: Client, path: string) => (await by.get(path)).body['code'];

test('each export is for those whose data it is, and for admins', async () => {
  const stranger = await it.anyone.register('Steve');
  for (const what of ['pledges', 'donors', 'payouts']) {
    for (const by of [it.owner, it.admin]) expect((await by.get(`${path}/${what}`)).status).toBe(200);
    for (const by of [stranger, it.donor])
      expect(await codeFrom(by, `${path}/${what}`)).toBe('PERMISSION_DENIED');
    expect(await codeFrom(it.anyone, `${path}/${what}`)).toBe('SIGN_IN_REQUIRED');
    const nowhere = `/api/campaigns/${world.newId()}/exports/${what}`;
    expect(await codeFrom(it.admin, nowhere)).toBe('CAMPAIGN_NOT_FOUND');
  }
  for (const what of ['pledges', 'payouts', 'ledger']) {
    expect((await it.admin.get(`/api/exports/${what}`)).status).toBe(200);
    expect(await codeFrom(it.owner, `/api/exports/${what}`)).toBe('PERMISSION_DENIED');
    expect(await codeFrom(it.anyone, `/api/exports/${what}`)).toBe('SIGN_IN_REQUIRED');
  }
});

test("somebody else's draft does not exist, neither its pledges nor its payouts", async () => {
  const draft = { title: 'A secret', description: '', goal_amount: 1, currency: 'EUR' };
  const { id } = await it.owner.call('campaigns.create', draft);
  for (const what of ['pledges', 'donors', 'payouts']) {
    expect(await codeFrom(it.donor, `/api/campaigns/${id}/exports/${what}`)).toBe('CAMPAIGN_NOT_FOUND');
    expect(await rowsOf(it.owner, `/api/campaigns/${id}/exports/${what}`)).toEqual([]);
  }
});

test('the owner gets the names of those who gave openly, and of nobody else', async () => {
  const { text } = (await it.owner.get(`${path}/pledges`)).body as { text: string };
  for (const known of ['Dora', it.donor.user.email, 'gina@example.org']) expect(text).toContain(known);
  expect(text).not.toContain('Secret Sam');
  const rows = await rowsOf<ExportedPledge>(it.owner, `${path}/pledges`);
  expect(rows.map(({ amount, donor_name }) => [amount, donor_name])).toEqual([
    [300, '+Gina'],
    [250, null],
    [500, null],
    [1000, 'Dora'],
  ]);
  for (const { anonymous, donor_id, donor_email } of rows)
    if (anonymous) expect([donor_id, donor_email]).toEqual([null, null]);
});

test('an admin gets the names of all', async () => {
  const rows = await rowsOf<ExportedPledge>(it.admin, '/api/exports/pledges');
  expect(rows.map(({ donor_name }) => donor_name)).toEqual(['+Gina', 'Secret Sam', 'Dora', 'Dora']);
  expect(await rowsOf(it.admin, `${path}/pledges`)).toEqual(rows);
});

test('donors are a row each, anonymous gifts one together, and their sum is the total of the campaign', async () => {
  const owners = await rowsOf<ExportedDonor>(it.owner, `${path}/donors`);
  const seen = owners.map(({ donor_name, gifts, kept_amount }) => [donor_name, gifts, kept_amount]);
  expect(seen).toEqual(
    expect.arrayContaining([
      ['Dora', 1, 1000],
      ['+Gina', 1, 300],
    ]),
  );
  expect(seen.at(-1)).toEqual([null, 2, 750]);
  expect(owners.at(-1)).toMatchObject({ donor_id: null, donor_email: null, anonymous: true });
  const admins = await rowsOf<ExportedDonor>(it.admin, `${path}/donors`);
  expect(admins.map(({ donor_name, kept_amount }) => [donor_name, kept_amount]).sort()).toEqual([
    ['+Gina', 300],
    ['Dora', 1500],
    ['Secret Sam', 250],
  ]);
  const { total } = await it.anyone.call('totals.get', { campaign_id: it.campaign_id });
  expect([sum(owners), sum(admins)]).toEqual([total, total]);
});

test('a payout is exported to the owner of its campaign', async () => {
  const rows = await rowsOf<Payout>(it.owner, `${path}/payouts`);
  expect(rows).toMatchObject([{ beneficiary: `campaign:${it.campaign_id}`, amount: 700, currency: 'EUR' }]);
  expect(await rowsOf(it.admin, '/api/exports/payouts')).toEqual(rows);
});

test('the entries of the ledger lead to its balances, oldest first', async () => {
  const entries = await rowsOf<LedgerEntry>(it.admin, '/api/exports/ledger');
  const balances = new Map<string, number>();
  for (const { debit, credit, amount } of entries) {
    balances.set(debit, (balances.get(debit) ?? 0) - amount);
    balances.set(credit, (balances.get(credit) ?? 0) + amount);
  }
  const { rows } = await it.platform
    .db('payments')
    .query<{ id: string; balance: number }>('select id, balance::int from ledger_accounts order by id');
  expect(balances).toEqual(new Map(rows.map(({ id, balance }) => [id, balance])));
  expect(entries.map(({ at }) => at)).toEqual(entries.map(({ at }) => at).toSorted());
  const { at } = entries[2]!;
  const [before, after] = await Promise.all([
    rowsOf<LedgerEntry>(it.admin, `/api/exports/ledger?to=${at}`),
    rowsOf<LedgerEntry>(it.admin, `/api/exports/ledger?from=${at}`),
  ]);
  expect([...before, ...after]).toEqual(entries);
  expect(before.length).toBeLessThan(3);
});

test('a period that ends before it begins is refused', async () => {
  const at = world.now();
  const { status, body } = await it.admin.get(`/api/exports/ledger?from=${at}&to=${at}`);
  expect([status, body['errors']]).toEqual([400, [{ pointer: '/to', message: 'must be after `from`' }]]);
});

test('no row of many pages is missing or there twice, whatever changes and is added meanwhile', async () => {
  const { id: campaign_id } = await it.owner.call('campaigns.create', {
    title: 'Many',
    description: '',
    goal_amount: 1,
    currency: 'EUR',
  });
  const db = it.platform.db('pledges');
  const add = (many: number) =>
    db.query(
      `insert into pledges (id, campaign_id, donor_id, donor, amount, fee_cover, message_hidden, currency, anonymous, status, captured_amount,
         refunded_amount, charged_back_amount, facts, refunds, created_at, expires_at, version)
       select gen_random_uuid(), $1, md5((n % 700)::text)::uuid, '{"name":"N","email":"n@example.org"}', 10, 0, false, 'EUR', n % 10 = 0,
         'COMPLETED', 10, 0, 0, '{}', '[]', now(), now(), 1 from generate_series(1, $2) n`,
      [campaign_id, many],
    );
  await add(1700);
  const { rows } = await db.query<{ id: string }>('select id from pledges where campaign_id = $1', [
    campaign_id,
  ]);
  const all = `/api/campaigns/${campaign_id}/exports`;
  const [found] = await Promise.all([
    rowsOf<ExportedPledge>(it.owner, `${all}/pledges`),
    db.query('update pledges set version = version + 1 where campaign_id = $1', [campaign_id]),
  ]);
  const ids = found.map(({ id }) => id);
  expect(ids).toEqual(
    rows
      .map(({ id }) => id)
      .toSorted()
      .reverse(),
  );
  const donors = await rowsOf<ExportedDonor>(it.owner, `${all}/donors`);
  const named = donors.slice(0, -1);
  expect(new Set(named.map(({ donor_id }) => donor_id)).size).toBe(named.length);
  expect([sum(donors), donors.at(-1)]).toEqual([
    17_000,
    expect.objectContaining({ gifts: 170, anonymous: true }),
  ]);
  const transfers = Array.from({ length: 1300 }, (_, n) => uuidv5(`transfer ${n}`));
  await it.platform.db('payments').query(
    `insert into ledger_transfers (id, kind, debit, credit, amount, currency, at)
     select id, case when n % 2 = 0 then 'posted' else 'pending' end, 'a', 'b', 1, 'EUR', '2020-01-01T00:00:00.0005Z'
     from unnest($1::text[]) with ordinality t(id, n)`,
    [transfers],
  );
  // Of one time, to the microsecond: the id decides.
  const moved = await rowsOf<LedgerEntry>(it.admin, '/api/exports/ledger?to=2021-01-01T00:00:00Z');
  const second = (_: string, n: number) => n % 2 === 1;
  expect(moved.map(({ id }) => id)).toEqual(transfers.filter(second).sort());
});

/** What a command writes, and its exit code. */
async function said(...argv: string[]) {
  const chunks: Uint8Array[] = [];
  const err: string[] = [];
  const code = await main([...argv, '--url', it.platform.url], {
    out: (text) => chunks.push(Buffer.from(text)),
    err: (text) => err.push(text),
    write: async (bytes) => void chunks.push(bytes),
  });
  return { code, out: Buffer.concat(chunks).toString(), err: err.join('\n') };
}

test('`commonweal export` writes the file to stdout, and nothing else', async () => {
  const { body } = await it.admin
    .login('admin@example.org', 'a word of the admin')
    .then((admin) => admin.get(`${path}/pledges`));
  const token = (
    await it.anyone.call('auth.login', { email: 'admin@example.org', password: 'a word of the admin' })
  ).access_token;
  const { code, out, err } = await said('export', 'pledges', '--campaign', it.campaign_id, '--token', token);
  expect([code, err]).toEqual([0, '']);
  expect(out).toBe((body as Json & { text: string }).text);
  expect(out).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
  const lines = await said(
    'export',
    'ledger',
    '--format',
    'jsonl',
    '--to',
    '2000-01-01T00:00:00Z',
    '--token',
    token,
  );
  expect(lines).toEqual({ code: 0, out: '', err: '' });
  expect(await said('export', 'donors', '--token', token)).toMatchObject({ code: 1, out: '' });
  expect(await said('export', 'pledges', '--format', 'xml', '--token', token)).toEqual({
    code: 1,
    out: '',
    err: 'The request is not valid (VALIDATION_FAILED). format must be one of csv, jsonl.',
  });
});
