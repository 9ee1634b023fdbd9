import { stat } from 'node:fs/promises';
import { exists } from '#lib/postgres/folder';
import { run, type OsUser } from '#lib/postgres/process';
import { world } from '#lib/world';

export const isRoot = (): boolean => process.getuid?.() === 0;

/**
 * The user that runs Postgres, which refuses root: our own, or, where we are root, the owner of the existing cluster, or
 * else the system user `commonweal`, created if missing. Throws when that is impossible.
 */
export async function serverUser(cluster?: string): Promise<OsUser> {
  if (!isRoot()) return {};
  if (cluster && (await exists(cluster))) {
    const { uid, gid } = await stat(cluster);
    return { uid, gid };
  }
  return (await systemUser()) ?? makeSystemUser();
}

/** Asks the kernel whether `user` passes `test`s such as `-x` on all these paths: it knows every ancestor and ACL. */
export async function canReach(user: OsUser, tests: [flag: '-x' | '-r', path: string][]): Promise<boolean> {
  if (user.uid === undefined) return true;
  const script = tests.map(([flag], index) => `test ${flag} "$${index + 1}"`).join(' && ');
  const words = [
    '-c',
    `if ${script}; then echo yes; else echo no; fi`,
    'sh',
    ...tests.map(([, path]) => path),
  ];
  const answer = await run('/bin/sh', words, user).catch((error: NodeJS.ErrnoException) => {
    throw new Error(
      `Postgres refuses to run as root, and this root can't start it as user ${user.uid}: ` +
        `${error.message}. Start the platform as an ordinary user, or set DATABASE_URL to a Postgres of ` +
        'your own.',
    );
  });
  return answer.trim() === 'yes';
}

const NAME = 'commonweal';
const USERADD = [
  '--system',
  '--user-group',
  '--no-create-home',
  '--home-dir',
  '/nonexistent',
  '--shell',
  '/usr/sbin/nologin',
  NAME,
];

async function systemUser(): Promise<OsUser | undefined> {
  try {
    return { uid: Number(await run('id', ['-u', NAME])), gid: Number(await run('id', ['-g', NAME])) };
  } catch {
    return undefined;
  }
}

async function makeSystemUser(): Promise<OsUser> {
  for (let attempt = 1; ; attempt++) {
    const failure = await run('useradd', USERADD).then(
      () => undefined,
      (error: Error) => error,
    );
    const user = await systemUser();
    if (user) return user;
    // 5 attempts: another process that adds a user locks /etc/passwd for some milliseconds.
    if (attempt === 5) {
      throw new Error(
        'Postgres refuses to run as root and needs a user of its own, which could not be made: ' +
          `${failure?.message}. Run "useradd ${USERADD.join(' ')}" by hand, start the platform as an ` +
          'ordinary user, or set DATABASE_URL to a Postgres of your own.',
      );
    }
    await world.sleep(100);
  }
}
