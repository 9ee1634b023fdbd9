// The fonts of PDFs. Those that every PDF reader has know Latin letters only, so these are embedded: the glyphs that occur.
import { create, type Font } from 'fontkit';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fromWoff } from './woff.ts';

const { resolve } = createRequire(import.meta.url);

/** A font, read when it is first needed: most PDFs need no `wide`. */
const once = (read: () => Buffer) => {
  let font: Buffer | undefined;
  return () => (font ??= read());
};

/** Latin, Greek, Cyrillic, Armenian, Georgian, Hebrew and Arabic; and for all other letters one that looks plain. */
export const FONTS = {
  sans: once(() => readFileSync(resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'))),
  bold: once(() => readFileSync(resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'))),
  wide: once(() =>
    fromWoff(readFileSync(resolve('@fontsource/unifontex/files/unifontex-latin-400-normal.woff'))),
  ),
} as const;
export type FontName = keyof typeof FONTS;

let known: ReadonlySet<number> | undefined;

/** Whether `sans` can show it. */
export function isInSans(code_point: number): boolean {
  known ??= new Set((create(FONTS.sans()) as Font).characterSet);
  return known.has(code_point);
}
