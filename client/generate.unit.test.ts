import { expect, test } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { clientTypes } from './generate.ts';

test('client/src/api.ts is what `npm run client` writes', async () => {
  expect(await readFile(join(import.meta.dirname, 'src/api.ts'), 'utf8')).toBe(await clientTypes());
});
