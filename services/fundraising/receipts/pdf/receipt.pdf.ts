import type { Receipt } from '#contracts';
import { wordsOf } from '../receipt.words.ts';
import { MARGIN, newSheet, WIDTH } from './sheet.ts';

const LABEL = 120;

/** A receipt for printing and for the files. */
export function receiptPdf(receipt: Receipt): Promise<Buffer> {
  const { title, lines, notes } = wordsOf(receipt);
  const sheet = newSheet({ title: `${title} ${receipt.number}`, at: receipt.issued_at });
  sheet.y += sheet.write(title, { size: 20, isBold: true }) + 16;
  for (const [label, said] of lines) {
    sheet.write(label, { width: LABEL });
    sheet.y += sheet.write(said, { x: MARGIN + LABEL, width: WIDTH - LABEL, isBold: label === 'Amount' }) + 6;
  }
  sheet.y += 12;
  sheet.rule();
  sheet.y += 12;
  for (const note of notes) sheet.y += sheet.write(note, { size: 9 }) + 6;
  return sheet.end();
}
