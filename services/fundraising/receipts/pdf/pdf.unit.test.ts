import type { Receipt, Statement } from '#contracts';
import { world } from '#lib/world';
import { expect, test } from '@jest/globals';
import { extractText, getDocumentProxy } from 'unpdf';
import { receiptPdf } from './receipt.pdf.ts';
import { statementPdf } from './statement.pdf.ts';

const aReceipt = (changes: Partial<Receipt> = {}): Receipt => ({
  id: world.newId(),
  number: '2026-000017',
  kind: 'RECEIPT',
  cancels: null,
  cancels_number: null,
  cancelled_by: null,
  cancelled_by_number: null,
  issued_at: '2026-11-30T12:00:00.000Z',
  organisation_id: world.newId(),
  organisation_name: 'Wells for All',
  campaign_id: world.newId(),
  campaign_title: 'A well',
  pledge_id: world.newId(),
  donor: { name: 'Ann', address: 'ann@example.org' },
  amount: 250_000,
  currency: 'EUR',
  received_at: '2026-11-29T23:59:59.000Z',
  url: null,
  ...changes,
});

async function textOf(pdf: Buffer) {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const { text, totalPages: pages } = await extractText(document, { mergePages: true });
  return { text: text.replace(/\s+/g, ' '), pages };
}

test('a receipt says its number, who gave how much to whom, for what, and when', async () => {
  const { text, pages } = await textOf(await receiptPdf(aReceipt()));
  expect(pages).toBe(1);
  const said = ['Receipt for a donation', '2026-000017', 'Wells for All', 'A well', 'Ann', 'ann@example.org'];
  for (const it of [...said, '€2,500.00', '29 November 2026', '30 November 2026']) expect(text).toContain(it);
});

test('a cancellation says what it takes back; a receipt that was taken back, by what', async () => {
  const cancellation = aReceipt({
    kind: 'CANCELLATION',
    number: '2026-000018',
    cancels_number: '2026-000017',
  });
  expect((await textOf(await receiptPdf(cancellation))).text).toContain('takes back receipt 2026-000017');
  const cancelled = aReceipt({ cancelled_by_number: '2026-000018' });
  expect((await textOf(await receiptPdf(cancelled))).text).toContain('cancellation 2026-000018 took it back');
});

test('where the donor is to stay unknown, a receipt says so', async () => {
  const { text } = await textOf(await receiptPdf(aReceipt({ donor: null })));
  expect(text).toContain('a donor who wishes to stay unknown');
  expect(text).not.toContain('ann@example.org');
});

test.each([
  ['Zoë Łukasiewicz-Őrsi', 'Latin'],
  ['Nguyễn Thị Minh', 'Vietnamese'],
  ['Нгуен Ольга', 'Cyrillic'],
  ['Ελένη Παπαδοπούλου', 'Greek'],
  ['Անի', 'Armenian'],
  ['שרה כהן', 'Hebrew'],
  ['محمد علي', 'Arabic'],
  ['山田太郎', 'Japanese'],
  ['김민준', 'Korean'],
  ['李小龙', 'Chinese'],
  ['สมชาย', 'Thai'],
])('the name %s can be read in a PDF (%s)', async (name) => {
  const { text } = await textOf(await receiptPdf(aReceipt({ donor: { name, address: 'a@example.org' } })));
  expect(text.normalize('NFKC')).toContain(name.normalize('NFKC'));
});

test('the longest name and title stay on the page, with or without spaces', async () => {
  const [name, title] = ['山'.repeat(200), 'Well '.repeat(40).trim()];
  const { text, pages } = await textOf(
    await receiptPdf(aReceipt({ donor: { name, address: 'a@example.org' }, campaign_title: title })),
  );
  expect(pages).toBe(1);
  expect(text.replaceAll(' ', '')).toContain(name);
  expect(text).toContain(title);
});

test('the same receipt is the same file, byte for byte', async () => {
  const receipt = aReceipt();
  expect((await receiptPdf(receipt)).equals(await receiptPdf(receipt))).toBe(true);
});

const anEntry = (i: number): Statement['groups'][number]['receipts'][number] => ({
  id: world.newId(),
  number: `2026-${String(i + 1).padStart(6, '0')}`,
  kind: 'RECEIPT',
  cancels_number: null,
  issued_at: '2026-11-30T12:00:00.000Z',
  received_at: '2026-11-30T12:00:00.000Z',
  campaign_title: 'A well with a title so long that no column of a statement could ever hold all of it',
  amount: 1000,
});

const aStatement = (entries: number): Statement => ({
  year: 2026,
  donor: { name: 'Ann', address: 'ann@example.org' },
  created_at: '2026-12-31T12:00:00.000Z',
  groups: [
    {
      organisation_id: world.newId(),
      organisation_name: 'Wells for All',
      currency: 'EUR',
      receipts: Array.from({ length: entries }, (_, i) => anEntry(i)),
      received_amount: 1000 * entries,
      cancelled_amount: 0,
      total: 1000 * entries,
    },
  ],
  sums: [
    { currency: 'EUR', total: 1000 * entries },
    { currency: 'USD', total: -250 },
  ],
});

test('a statement lists every receipt and the sums, on as many pages as it needs', async () => {
  const { text, pages } = await textOf(await statementPdf(aStatement(150)));
  expect(pages).toBe(3);
  for (let i = 1; i <= 150; i++) expect(text).toContain(`2026-${String(i).padStart(6, '0')}`);
  for (const said of ['Donations in 2026', 'Ann', 'Wells for All', '…', 'All in EUR', '€1,500.00', '−$2.50'])
    expect(text).toContain(said);
});

test('while a long statement is written, others have their turn', async () => {
  let turns = 0;
  const counting = { isOver: false };
  const count = () => {
    turns++;
    if (!counting.isOver) world.soon(count);
  };
  world.soon(count);
  await statementPdf(aStatement(500));
  counting.isOver = true;
  expect(turns).toBeGreaterThanOrEqual(10);
});

test('a statement of nothing says so', async () => {
  const empty = { ...aStatement(0), groups: [], sums: [] };
  expect((await textOf(await statementPdf(empty))).text).toContain('There are no receipts of this year.');
});
