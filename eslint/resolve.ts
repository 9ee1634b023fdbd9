import { readFileSync } from 'node:fs';
import { posix } from 'node:path';

const { imports } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  imports: Record<string, string>;
};

/** What `specifier` means in `file`: relative and `#…` ones become paths from the root, others stay names: `pg`. */
export function resolve(file: string, specifier: string): string {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(file), specifier);
  const target = specifier.startsWith('#') ? internal(specifier) : undefined;
  return target === undefined ? specifier : posix.normalize(target);
}

// As Node does: an exact entry wins, then the one with the longest prefix.
function internal(specifier: string): string | undefined {
  if (imports[specifier] !== undefined) return imports[specifier];
  const [pattern] = Object.keys(imports)
    .filter((it) => it.endsWith('*') && specifier.startsWith(it.slice(0, -1)))
    .sort((a, b) => b.length - a.length);
  return pattern && imports[pattern]!.replace('*', specifier.slice(pattern.length - 1));
}
