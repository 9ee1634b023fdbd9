// Changes to files that are there: pure functions from text to text, which refuse what they don't recognize.
import { refuse } from './refusal.ts';

/** Puts `line` among the lines that match `alike`, in their alphabetical order. */
export function insertLine(file: string, text: string, alike: RegExp, line: string): string {
  const lines = text.split('\n');
  const places = lines.flatMap((it, i) => (alike.test(it) ? [i] : []));
  const last = places.at(-1);
  if (last === undefined) refuse(`${file} has no line like '${line}' to put it beside: add it by hand.`);
  lines.splice(places.find((i) => lines[i]! > line) ?? last + 1, 0, line);
  return lines.join('\n');
}

/** Puts `entry` at the end of what `opening` begins and `closing` ends: each a piece of the text, `opening` the first of it. */
export function appendTo(
  file: string,
  text: string,
  { opening, closing, entry }: { opening: string; closing: string; entry: string },
): string {
  const begin = text.indexOf(opening);
  const end = begin < 0 ? -1 : text.indexOf(closing, begin + opening.length);
  if (end < 0) refuse(`${file} has no '${opening.trim()} … ${closing.trim()}': add the entry by hand.`);
  const before = text.slice(0, end).trimEnd();
  const comma = /[,{[]$/.test(before) ? '' : ',';
  return `${before}${comma}${entry}${text.slice(end)}`;
}

/** Adds names to `import { … } from 'module'`, but for those that it has. */
export function importNames(file: string, text: string, module: string, names: string[]): string {
  const pattern = new RegExp(`import \\{([^}]*)\\} from '${module.replaceAll('.', '\\.')}';`);
  const found = pattern.exec(text);
  if (!found) return refuse(`${file} has no import of ${module}: add one by hand, and run this again.`);
  const known = found[1]!.split(',').flatMap((name) => name.trim() || []);
  const missing = names.filter((name) => !known.includes(name));
  if (missing.length === 0) return text;
  return text.replace(pattern, `import { ${[...known, ...missing].join(', ')} } from '${module}';`);
}
