import { expect, test } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { documents } from './generate.ts';

test.each(Object.entries(await documents()))('docs/%s is what `npm run docs` writes', async (name, text) => {
  expect(await readFile(join(import.meta.dirname, name), 'utf8')).toBe(text);
});
