// A copy of the platform with more services than there are: as `npm run new` writes them.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { copyOfRepository } from '#test/copy';

/** Copies the platform and adds `count` services; where it is then. */
export async function copyWithDummies(count: number): Promise<string> {
  const copy = await copyOfRepository();
  for (let i = 1; i <= count; i++)
    await promisify(execFile)(process.execPath, [
      join(copy, 'bin/new/main.ts'),
      'service',
      `dummies/dummy_${i}`,
    ]);
  return copy;
}
