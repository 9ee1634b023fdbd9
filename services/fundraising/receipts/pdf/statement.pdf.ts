import type { Statement } from '#contracts';
import { priceOf } from '#lib/money';
import { world } from '#lib/world';
import { dayOf } from '../receipt.words.ts';
import { MARGIN, newSheet, WIDTH, type Sheet } from './sheet.ts';

type Group = Statement['groups'][number];
type Entry = Group['receipts'][number];

const SMALL = 8;
const LINE = SMALL * 1.6;
// After so many entries, others have their turn on this thread.
const AT_ONCE = 50;

/** All receipts of a year, and what they come to. */
export async function statementPdf({ year, donor, created_at, groups, sums }: Statement): Promise<Buffer> {
  const sheet = newSheet({ title: `Donations in ${year}`, at: created_at });
  sheet.y += sheet.write(`Donations in ${year}`, { size: 20, isBold: true }) + 12;
  for (const line of [donor.name, donor.address ?? '', `As of ${dayOf(created_at)}`])
    sheet.y += sheet.write(line);
  sheet.y += 16;
  if (groups.length === 0) sheet.y += sheet.write('There are no receipts of this year.');
  for (const group of groups) await writeGroup(sheet, group);
  for (const { currency, total } of sums) {
    sheet.needs(20);
    sheet.y += writeSum(sheet, `All in ${currency}`, signedPrice(total, currency)) + 4;
  }
  sheet.needs(40);
  sheet.y += 12;
  sheet.write('A receipt belongs to the year in which it was issued. Days and years are those of UTC.', {
    size: SMALL,
  });
  return sheet.end();
}

async function writeGroup(sheet: Sheet, group: Group): Promise<void> {
  const { organisation_name, currency, receipts, total } = group;
  sheet.needs(80);
  sheet.y += sheet.write(organisation_name, { size: 12, isBold: true }) + 4;
  sheet.rule();
  sheet.y += 4;
  for (const [i, entry] of receipts.entries()) {
    if (i % AT_ONCE === AT_ONCE - 1) await new Promise<void>((resolve) => world.soon(resolve));
    sheet.needs(LINE);
    writeEntry(sheet, entry, currency);
    sheet.y += LINE;
  }
  sheet.needs(30);
  sheet.rule();
  sheet.y += 4;
  sheet.y += writeSum(sheet, `${organisation_name}, ${currency}`, signedPrice(total, currency)) + 18;
}

function writeEntry(sheet: Sheet, entry: Entry, currency: string): void {
  const { number, kind, cancels_number, issued_at, campaign_title, amount } = entry;
  const isCancellation = kind === 'CANCELLATION';
  const what = isCancellation ? `cancels ${cancels_number}` : campaign_title;
  const write = (text: string, x: number, width: number, isRight = false) =>
    sheet.write(text, { x: MARGIN + x, width, size: SMALL, isOneLine: true, isRight });
  write(number, 0, 70);
  write(issued_at.slice(0, DAY_LENGTH), 75, 60);
  write(what, 140, 240);
  write(signedPrice(isCancellation ? -amount : amount, currency), 385, WIDTH - 385, true);
}

function writeSum(sheet: Sheet, label: string, sum: string): number {
  sheet.write(sum, { x: MARGIN + 320, width: WIDTH - 320, isBold: true, isOneLine: true, isRight: true });
  return sheet.write(label, { width: 310, isBold: true });
}

const DAY_LENGTH = '2026-01-31'.length;

const signedPrice = (amount: number, currency: string) =>
  amount < 0 ? `−${priceOf(-amount, currency)}` : priceOf(amount, currency);
