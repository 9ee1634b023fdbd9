// `npm run bench -- <name>`: runs a benchmark and records its result, or all of them.
import { glob } from 'node:fs/promises';
import { basename, join } from 'node:path';

const files = new Map<string, string>();
for await (const file of glob('*.bench.ts', { cwd: import.meta.dirname })) {
  files.set(basename(file, '.bench.ts'), join(import.meta.dirname, file));
}
const wanted = process.argv[2] ? [process.argv[2]] : [...files.keys()].sort();
for (const name of wanted) {
  const file = files.get(name);
  if (!file)
    throw new Error(`There is no benchmark '${name}': there are ${[...files.keys()].sort().join(', ')}`);
  console.log(`# ${name}`);
  await ((await import(file)) as { default: () => Promise<void> }).default();
}
