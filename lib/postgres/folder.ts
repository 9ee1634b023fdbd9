import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isAlive } from '#lib/postgres/process';
import { world } from '#lib/world';

/**
 * Creates the folder `path` whole or not at all: `build` fills a folder beside it, which is then renamed. Does
 * nothing where it exists; where several processes build it at once, the first one's stays.
 */
export async function makeFolder(path: string, build: (folder: string) => Promise<void>): Promise<void> {
  if (await exists(path)) return;
  const folder = `${path}.new-${process.pid}-${world.newId()}`;
  underWay.add(folder);
  await clearLeftovers(path);
  try {
    await mkdir(folder, { mode: 0o700 });
    await build(folder);
    await rename(folder, path);
    await syncFolder(dirname(path));
  } catch (error) {
    await remove(folder);
    if (!(await exists(path))) throw error;
  } finally {
    underWay.delete(folder);
  }
}

export const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false;
      throw error;
    },
  );

/** Without this, a power cut may undo a creation or a rename. */
export async function syncFolder(path: string): Promise<void> {
  const handle = await open(path);
  await handle.sync().finally(() => handle.close());
}

const underWay = new Set<string>();

/** Deletes what a killed process (or an earlier one with our pid) left unfinished. */
async function clearLeftovers(path: string): Promise<void> {
  const prefix = `${basename(path)}.new-`;
  for (const name of await readdir(dirname(path))) {
    if (!name.startsWith(prefix)) continue;
    const pid = parseInt(name.slice(prefix.length));
    const folder = join(dirname(path), name);
    const ours = [...underWay].some((own) => folder.startsWith(own));
    if (!ours && (pid === process.pid || !isAlive(pid))) await remove(folder);
  }
}

/** Retries for half a second: an initdb whose platform was killed may still be writing into it. */
const remove = (path: string): Promise<void> =>
  rm(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 10 });
