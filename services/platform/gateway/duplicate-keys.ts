// Keys that a JSON object has twice: JSON.parse keeps the last, another reader on the way may keep the first.
import type { FieldError } from '#lib/errors';

/** The first key that an object in `text` has twice. `text` must be JSON: one pass, each key looked at once. */
export function duplicateIn(text: string): FieldError | undefined {
  const path: Level[] = [];
  for (let at = 0; at < text.length; at++) {
    const level = path.at(-1);
    switch (text.charCodeAt(at)) {
      case QUOTE: {
        const end = endOf(text, at);
        if (level?.isKeyNext) {
          const key = JSON.parse(text.slice(at, end)) as string;
          level.step = key;
          level.isKeyNext = false;
          if (level.keys?.has(key)) return { pointer: pointerTo(path), message: 'is given twice' };
          level.keys?.add(key);
        }
        at = end - 1;
        break;
      }
      case COMMA:
        if (level?.keys) level.isKeyNext = true;
        else if (level) level.step = Number(level.step) + 1;
        break;
      case OBJECT:
        path.push({ keys: new Set(), isKeyNext: true, step: '' });
        break;
      case LIST:
        path.push({ keys: null, isKeyNext: false, step: 0 });
        break;
      case OBJECT_END:
      case LIST_END:
        path.pop();
    }
  }
  return undefined;
}

/** A step of a JSON pointer (RFC 6901). */
export const stepOf = (key: string | number): string =>
  String(key).replaceAll('~', '~0').replaceAll('/', '~1');

/** An object, or a list, which has no keys. */
interface Level {
  keys: Set<string> | null;
  isKeyNext: boolean;
  step: string | number;
}

const pointerTo = (path: readonly Level[]) => path.map(({ step }) => `/${stepOf(step)}`).join('');

/** Behind the string that begins at `start`. */
function endOf(text: string, start: number): number {
  for (let at = start + 1; ; at++) {
    const code = text.charCodeAt(at);
    if (code === ESCAPE) at++;
    else if (code === QUOTE) return at + 1;
  }
}

const [QUOTE, ESCAPE, COMMA, OBJECT, OBJECT_END, LIST, LIST_END] = [0x22, 0x5c, 0x2c, 0x7b, 0x7d, 0x5b, 0x5d];
