import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { resolve } from '../eslint/resolve.ts';

/** The imports of each file: `a.ts` → [`b.ts`]. */
export type Imports = ReadonlyMap<string, readonly string[]>;

/** The imports between the .ts files below `root`, types included; paths are relative to it. */
export function importsBelow(root: string): Imports {
  const exclude = ['node_modules', '.commonweal', 'coverage'];
  const files = globSync('**/*.ts', { cwd: root, exclude }).map((file) => file.replaceAll('\\', '/'));
  const known = new Set(files);
  const importsOf = (file: string) =>
    ts
      .preProcessFile(readFileSync(join(root, file), 'utf8'))
      .importedFiles.map(({ fileName }) => resolve(file, fileName))
      .filter((target) => known.has(target));
  return new Map(files.sort().map((file) => [file, importsOf(file)]));
}

/** One circle of imports for each group of files that reach each other: `['a.ts', 'b.ts', 'a.ts']`. */
export function findCycles(imports: Imports): string[][] {
  const done = new Set<string>();
  const cycles: string[][] = [];
  const visit = (file: string, path: readonly string[]): void => {
    const start = path.indexOf(file);
    if (start >= 0) cycles.push([...path.slice(start), file]);
    if (start >= 0 || done.has(file)) return;
    for (const target of imports.get(file) ?? []) visit(target, [...path, file]);
    done.add(file);
  };
  for (const file of imports.keys()) visit(file, []);
  return cycles;
}
