import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** The pids of all processes there are. */
export const allPids = (): number[] =>
  (process.platform === 'linux'
    ? readdirSync('/proc')
    : spawnSync('ps', ['-Ao', 'pid=']).stdout.toString().split('\n')
  )
    .map(Number)
    .filter((pid) => pid > 0);

/** Whether the process exists, also when others own it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The words of a process's command line; empty when it has ended or is a zombie. */
export function commandLine(pid: number): string[] {
  if (process.platform !== 'linux') {
    return spawnSync('ps', ['-ww', '-o', 'command=', '-p', `${pid}`], { encoding: 'utf8' })
      .stdout.trim()
      .split(' ');
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return [];
  }
}

/** The user to run a process as; empty: our own. */
export interface OsUser {
  uid?: number;
  gid?: number;
}

/** Runs a program to its end; resolves with its output. Throws its output when it fails. */
export async function run(program: string, words: string[], user: OsUser = {}): Promise<string> {
  // cwd: the user may have no access to ours. env: ours (PGPORT, LANG, …) must not change what Postgres does.
  const child = spawn(program, words, {
    ...user,
    cwd: '/',
    env: PROGRAM_ENV,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: string[] = [];
  child.stdout.on('data', (chunk) => output.push(String(chunk)));
  child.stderr.on('data', (chunk) => output.push(String(chunk)));
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  if (code !== 0) throw new Error(`${program} failed (${String(code)}): ${output.join('').trim()}`);
  return output.join('');
}

// LC_ALL: Postgres' messages are matched, so they must be the untranslated ones.
export const PROGRAM_ENV = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C' };
