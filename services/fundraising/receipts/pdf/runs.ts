// A line of text as pieces from left to right, each of one font and one direction.
import bidiFactory, { type Bidi } from 'bidi-js';
import { isInSans } from './fonts.ts';

export interface Run {
  text: string;
  font: 'sans' | 'wide';
  isRightToLeft: boolean;
}

// Its types are those of a module with a default export; as Node loads it, it is the function itself.
const bidi = (bidiFactory as unknown as () => Bidi)();

/** Most lines: nothing in them needs another font, or reads from right to left. */
const PLAIN = /^[\u0020-\u024f\u0370-\u058f\u2010-\u2044\u20a0-\u20bf]*$/;

/** By the Unicode Bidirectional Algorithm. The letters of a piece stay in the order in which they are read. */
export function runsOf(line: string): Run[] {
  const text = line.normalize('NFC').replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/gu, ' ');
  if (PLAIN.test(text) && isAllInSans(text)) return [{ text, font: 'sans', isRightToLeft: false }];
  const pieces = piecesOf(text);
  const highest = Math.max(...pieces.map(({ level }) => level));
  // Rule L2: from the highest level down, whatever is at least at that level is reversed.
  for (let level = highest; level > 0; level--) reverseFrom(pieces, level);
  return pieces.map(({ text, font, level }) => {
    const isRightToLeft = level % 2 === 1;
    // fontkit turns letters round; of signs alone it does not know that they are read from the right.
    return {
      text: isRightToLeft && !/\p{L}/u.test(text) ? [...text].reverse().join('') : text,
      font,
      isRightToLeft,
    };
  });
}

interface Piece {
  text: string;
  font: Run['font'];
  level: number;
}

function piecesOf(text: string): Piece[] {
  const { levels } = bidi.getEmbeddingLevels(text);
  const pieces: Piece[] = [];
  let at = 0;
  for (const sign of text) {
    const level = levels[at]!;
    at += sign.length;
    const shown = level % 2 === 1 ? (bidi.getMirroredCharacter(sign) ?? sign) : sign;
    const last = pieces.at(-1);
    const font = fontFor(shown, last);
    if (last?.level === level && last.font === font) last.text += shown;
    else pieces.push({ text: shown, font, level });
  }
  return pieces;
}

/** A mark stays with its letter, as far as the letter's font has it. */
const fontFor = (sign: string, last: Piece | undefined): Run['font'] =>
  isInSans(sign.codePointAt(0)!) && !(last?.font === 'wide' && /^[\p{M}\p{Zs}\p{P}]$/u.test(sign))
    ? 'sans'
    : 'wide';

const isAllInSans = (text: string) => [...text].every((sign) => isInSans(sign.codePointAt(0)!));

function reverseFrom(pieces: Piece[], level: number): void {
  for (let begin = 0; begin < pieces.length; begin++) {
    if (pieces[begin]!.level < level) continue;
    let end = begin;
    while (end < pieces.length && pieces[end]!.level >= level) end++;
    pieces.splice(begin, end - begin, ...pieces.slice(begin, end).reverse());
    begin = end;
  }
}
