// Text that people write, in the characters that they count and see.
import { Kind, Type, TypeRegistry, type TSchema } from '@sinclair/typebox';

/** A text of `min` to `max` characters. Where something must be `seen`, it has that, and no control characters. */
interface TextSchema extends TSchema {
  min: number;
  max: number;
  seen: 'in a line' | 'in lines' | null;
}

/** Text of at most `max` characters, on as many lines as one likes. */
export const Text = (max: number, min = 0) => textOf({ min, max, seen: null });

/** A title or a name: one line, with something to see in it. */
export const Line = (max: number) => textOf({ min: 1, max, seen: 'in a line' });

/** What somebody writes to others: on as many lines as they like, with something to see in it. */
export const Prose = (max: number) => textOf({ min: 1, max, seen: 'in lines' });

/** The same text, with what it means. */
export const described = (text: ReturnType<typeof Text>, meaning: string): typeof text => ({
  ...text,
  description: `${text.description}: ${meaning}`,
});

/**
 * JSON Schema counts code points, of which a character may have many: `maxLength` is what is refused without counting, and the
 * description says the rest.
 */
function textOf({ min, max, seen }: Pick<TextSchema, 'min' | 'max' | 'seen'>) {
  const size = `${min > 0 ? `from ${min} to` : 'at most'} ${max.toLocaleString('en')} characters as people count them`;
  return Type.Unsafe<string>({
    [Kind]: 'Text',
    type: 'string',
    ...(min > 0 && { minLength: min }),
    maxLength: max * UNITS_PER_CHARACTER,
    description: seen ? `${size}, not all blank, without control characters` : size,
    // For the check alone: nobody else can read a symbol's value.
    [Bounds]: { min, max, seen },
  });
}

const Bounds = Symbol('bounds');

TypeRegistry.Set<TextSchema & { [Bounds]: TextSchema }>('Text', (schema, value) => {
  const { min, max, seen } = schema[Bounds];
  if (typeof value !== 'string' || !isLongEnough(value, min, max)) return false;
  if (seen === null) return true;
  return isVisible(value) && !(seen === 'in a line' ? CONTROL : UNLIKE_LINES).test(value);
});

// The longest emoji of a family, with a colour of skin for each of four, has 19.
const UNITS_PER_CHARACTER = 20;

/** Whether a text has from `min` to `max` characters as people count them. */
export const isLongEnough = (text: string, min: number, max: number): boolean =>
  !isLonger(text, max) && (min === 0 || isLonger(text, min - 1));

/**
 * Whether a text has more than `max` characters as people count them (grapheme clusters). A letter with more marks than any
 * script has counts as longer: what is counted is bounded by `max`, whatever is sent.
 */
export function isLonger(text: string, max: number): boolean {
  if (text.length <= max) return false; // no character has less than one unit
  if (PLAIN.test(text)) return true; // each unit is a character
  if (text.length > max * UNITS_PER_CHARACTER) return true;
  let count = 0;
  for (const _ of characters.segment(text)) if (++count > max) return true;
  return false;
}

// Without the line ends of Windows, which are one character.
const PLAIN = /^[\t\n\x20-\x7e]*$/;

const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Whether there is something to see in a text: spaces, marks without a letter and characters of no width are nothing. */
export const isVisible = (text: string): boolean => VISIBLE.test(text);

// Default_Ignorable_Code_Point has the fillers of Hangul, the joiners and the selectors of variations. Two blanks are symbols
// by their category: Braille's cell without dots and a note's head that is null.
const VISIBLE = /[^\p{Z}\p{Cc}\p{Cf}\p{Cs}\p{M}\p{Default_Ignorable_Code_Point}\u2800\u{1D159}]/u;

// They would forge lines where titles and names are printed; Postgres keeps no NUL.
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;

// The same, but for tabs and the ends of lines.
const UNLIKE_LINES = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;
