import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startReceipts } from './fixture.test.ts';

let it: Awaited<ReturnType<typeof startReceipts>>;
beforeAll(async () => {
  it = await startReceipts();
});
afterAll(() => it?.platform.stop());

/** What `commonweal verify` finds. */
async function violations() {
  const found: unknown[] = [];
  let cursor: object | null = {};
  while (cursor) {
    const page: { data: { violations: unknown[] }[]; next: object | null } = await it.platform.nodes[0]!.call(
      'receipts.invariants',
      cursor,
    );
    found.push(...page.data.flatMap((it) => it.violations));
    cursor = page.next;
  }
  return found;
}

test('64 at once have 64 numbers without a gap', async () => {
  const { campaign_id, organisation_id } = await it.anOrganisation();
  const pledges = await Promise.all(Array.from({ length: 65 }, () => it.aPledge(campaign_id)));
  const [first, ...others] = pledges.map(({ message }) => message('pledge.captured', 1000, 2));
  await it.deliver([first!]);
  await it.idle();
  const { rows: books } = await it.platform
    .db('receipts')
    .query<{ id: string }>('select id from receipt_books where organisation_id = $1', [organisation_id]);
  const release = await it.platform.hold('receipts', 'receipt_books', books[0]!.id);
  await Promise.all(
    [0, 1].map((on) =>
      it.deliver(
        others.filter((_, i) => i % 2 === on),
        on,
      ),
    ),
  );
  // As many as a node's pool has connections for.
  await it.platform.blocked('receipts', 4);
  await release();
  await it.idle();
  const numbers = (await it.receiptsOf(organisation_id)).map(({ number }) => Number(number.slice(5)));
  expect(numbers).toEqual(Array.from({ length: 65 }, (_, i) => i + 1));
});

test('a transaction that dies with its number leaves no gap', async () => {
  const { campaign_id, organisation_id } = await it.anOrganisation();
  const [one, other] = [await it.aPledge(campaign_id), await it.aPledge(campaign_id)];
  await it.deliver([one.message('pledge.captured', 1000, 2)]);
  await it.idle();
  // It has its number, and waits to insert the receipt.
  const rival = await it.db.connect();
  await rival.query('begin; lock table receipts in share mode');
  await it.deliver([other.message('pledge.captured', 1000, 2)]);
  await it.platform.blocked('receipts', 1);
  await rival.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and wait_event_type = 'Lock'`,
  );
  await rival.query('commit');
  rival.release();
  await it.idle();
  const numbers = (await it.receiptsOf(organisation_id)).map(({ number }) => number.slice(5));
  expect(numbers).toEqual(['000001', '000002']);
  expect(await it.liveOf(other.pledge_id)).toEqual([1000]);
});

test('a pledge that two nodes issue for at once has one receipt', async () => {
  const { campaign_id, organisation_id } = await it.anOrganisation();
  const { pledge_id, message } = await it.aPledge(campaign_id);
  const rival = await it.db.connect();
  await rival.query('begin; lock table receipt_books in share mode');
  await it.deliver([message('pledge.captured', 1000, 2)]);
  await it.platform.blocked('receipts', 1);
  // Its lease has run out, as if the node had hung: it is fired again.
  await it.db.query('update timers set leased_until = null where key = $1', [pledge_id]);
  await it.platform.blocked('receipts', 2);
  await rival.query('commit');
  rival.release();
  await it.idle();
  expect(await it.receiptsOf(organisation_id)).toHaveLength(1);
});

test('the database refuses to change a receipt, to delete it, and to cancel it twice', async () => {
  const { campaign_id, organisation_id } = await it.anOrganisation();
  const { message } = await it.aPledge(campaign_id);
  await it.deliver([message('pledge.captured', 1000, 2)]);
  await it.idle();
  await it.deliver([message('pledge.refunded', 0, 3)]);
  await it.idle();
  const { db } = it;
  const kept = { code: '23001' };
  await expect(db.query('update receipts set amount = 1')).rejects.toMatchObject(kept);
  await expect(db.query('delete from receipts')).rejects.toMatchObject(kept);
  await expect(db.query('truncate receipts')).rejects.toMatchObject({ code: expect.any(String) });
  const [, cancellation] = await it.receiptsOf(organisation_id);
  const again = db.query(
    `insert into receipts (id, organisation_id, year, sequence, kind, cancels, issued_at, organisation_name, campaign_id,
       campaign_title, pledge_id, donor_name, anonymous, amount, currency, received_at)
     select gen_random_uuid(), organisation_id, year, 3, kind, cancels, issued_at, organisation_name, campaign_id,
       campaign_title, pledge_id, donor_name, anonymous, amount, currency, received_at
     from receipts where id = $1`,
    [cancellation!.id],
  );
  await expect(again).rejects.toMatchObject({ code: '23505', constraint: 'receipts_cancels_key' });
});

test('verify finds nothing wrong; and it finds a gap, a book that lies, a cancellation of something else, and a pledge without its receipt', async () => {
  const { campaign_id, organisation_id } = await it.anOrganisation();
  const [one, other] = [await it.aPledge(campaign_id), await it.aPledge(campaign_id)];
  await it.deliver([one.message('pledge.captured', 1000, 2), other.message('pledge.captured', 1000, 2)]);
  await it.idle();
  await it.deliver([one.message('pledge.refunded', 500, 3)]);
  await it.idle();
  const { db } = it;
  const found = async () => JSON.stringify(await violations());
  // Pledges themselves know nothing of these messages: all but theirs must hold.
  const own = async () =>
    (await found()).replaceAll(/\{"key":"[^"]+","found":"its receipts confirm [^}]+\}/g, '');
  expect(await own()).toMatch(/^\[,*\]$/);
  expect(await found()).toContain(
    `{"key":"${other.pledge_id}","found":"its receipts confirm 1000 EUR, of which 0 is kept"}`,
  );

  await db.query('alter table receipts disable trigger receipts_kept');
  await db.query(`update receipts set amount = 7 where kind = 'CANCELLATION' and organisation_id = $1`, [
    organisation_id,
  ]);
  await db.query('delete from receipts where pledge_id = $1', [other.pledge_id]);
  await db.query('update receipt_books set last_number = 9 where organisation_id = $1', [organisation_id]);
  const wrong = await own();
  for (const it of ['follows no other', 'it ends at 9, which nobody was given', 'takes back'])
    expect(wrong).toContain(it);
});
