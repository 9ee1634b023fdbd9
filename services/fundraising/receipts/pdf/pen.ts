// Draws lines of text into a PDF, whatever they are written in.
import { FONTS, type FontName } from './fonts.ts';
import { runsOf, type Run } from './runs.ts';

export interface Face {
  size: number;
  isBold: boolean;
}

export type Pen = ReturnType<typeof penOf>;

export function penOf(doc: PDFKit.PDFDocument) {
  const registered = new Set<FontName>();
  const shortened = new Map<string, string>();

  const take = ({ font }: Run, { size, isBold }: Face) => {
    const name: FontName = font === 'sans' && isBold ? 'bold' : font;
    if (!registered.has(name)) doc.registerFont(name, FONTS[name]());
    registered.add(name);
    doc.font(name, size);
  };

  const widthOfRun = (run: Run, face: Face): number => {
    take(run, face);
    return doc.widthOfString(run.text, optionsOf(run));
  };
  const widthOf = (line: string, face: Face): number =>
    runsOf(line).reduce((sum, run) => sum + widthOfRun(run, face), 0);

  return {
    widthOf,
    draw(line: string, [x, y]: [number, number], face: Face): void {
      let from = x;
      const runs = runsOf(line);
      for (const run of runs) {
        take(run, face);
        doc.text(run.text, from, y + face.size * ASCENT, { ...ONE_LINE, ...optionsOf(run) });
        if (run !== runs.at(-1)) from += widthOfRun(run, face);
      }
    },
    /** As many words a line as fit; a word that is longer than a line, letter by letter. */
    wrap: (text: string, width: number, face: Face): string[] =>
      wrap(text, (line) => widthOf(line, face) <= width),
    /** The line, or its beginning and an ellipsis. Remembered: a statement has few titles and many lines. */
    shorten(text: string, width: number, face: Face): string {
      const key = `${width} ${face.size} ${face.isBold} ${text}`;
      const short = shortened.get(key) ?? shorten(text, (line) => widthOf(line, face) <= width);
      shortened.set(key, short);
      return short;
    },
  };
}

// Fonts have one line to stand on, and each another height above it; this is that of `sans`.
const ASCENT = 0.93;
const ONE_LINE = { lineBreak: false, baseline: 'alphabetic' } as const;

// With features a run is laid out whole. Without, word by word, which is quicker, and wrong from right to left.
const optionsOf = ({ isRightToLeft }: Run) => (isRightToLeft ? { features: [] } : {});

type Fits = (line: string) => boolean;

function wrap(text: string, fits: Fits): string[] {
  const lines = [''];
  const add = (piece: string) => {
    const longer = `${lines.at(-1)!}${piece}`;
    const isFitting = fits(longer.trimEnd());
    if (isFitting) lines[lines.length - 1] = longer;
    return isFitting;
  };
  for (const word of text.split(/(?<=\s)/)) {
    if (add(word)) continue;
    if (fits(word.trimEnd())) lines.push(word);
    else for (const sign of signsOf(word)) if (!add(sign)) lines.push(sign);
  }
  return lines.map((line) => line.trimEnd());
}

function shorten(text: string, fits: Fits): string {
  if (fits(text)) return text;
  const signs = signsOf(text);
  let [low, high] = [0, signs.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (fits(beginning(signs, middle))) low = middle;
    else high = middle;
  }
  return beginning(signs, low);
}

const beginning = (signs: string[], count: number) => `${signs.slice(0, count).join('').trimEnd()}…`;

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
const signsOf = (text: string) => [...segmenter.segment(text)].map(({ segment }) => segment);
