// A copy of the repository, to be changed at will.
import { cp, mkdtemp, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const LEFT_OUT = ['.git', '.commonweal', 'coverage', 'node_modules'];

/** Copies what there is, committed or not, with the packages of the original; where it is then. */
export async function copyOfRepository(): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'commonweal-copy-'));
  const filter = (path: string) => !LEFT_OUT.includes(relative(ROOT, path).split(sep)[0]!);
  await cp(ROOT, copy, { recursive: true, filter });
  await symlink(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}
