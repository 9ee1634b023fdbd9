// The cost of a process and its descendants, as Linux counts it in /proc.
import { readdir, readFile } from 'node:fs/promises';

// Linux' unit of CPU time, whatever its own clock.
const TICKS_A_SECOND = 100;

/** Seconds of CPU since the start: of the process itself, and of all its descendants, ended ones included. */
export async function cpuOf(pid: number): Promise<{ own_s: number; descendants_s: number }> {
  const [own = 0, ...others] = await Promise.all(
    (await familyOf(pid)).map(async (each) => {
      // utime, stime; and of children that have ended, cutime, cstime.
      const ticks = (await fieldsOf(each)).slice(11, 15).map(Number);
      return ticks.reduce((sum, ticks) => sum + ticks, 0) / TICKS_A_SECOND;
    }),
  );
  return { own_s: own, descendants_s: others.reduce((sum, each) => sum + each, 0) };
}

/** Memory of a process and its descendants in MB; shared pages are counted once (PSS). */
export async function memoryOf(pid: number): Promise<number> {
  const sizes_kb = await Promise.all(
    (await familyOf(pid)).map(async (each) => {
      const rollup = await readFile(`/proc/${each}/smaps_rollup`, 'utf8').catch(() => '');
      return Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0);
    }),
  );
  return sizes_kb.reduce((sum, size) => sum + size, 0) / 1024;
}

/** A process and all its descendants. */
async function familyOf(pid: number): Promise<string[]> {
  const parents = new Map<string, string>();
  for (const each of (await readdir('/proc')).filter((name) => /^\d+$/.test(name)))
    parents.set(each, (await fieldsOf(each))[1] ?? '');
  const family = new Set([String(pid)]);
  for (const member of family) for (const [each, parent] of parents) if (parent === member) family.add(each);
  return [...family];
}

/** The fields of a process's `stat` from its state on: its name, before that, may contain anything. */
async function fieldsOf(pid: string): Promise<string[]> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}
