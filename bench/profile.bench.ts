// The platform's CPU time while it takes pledges from 64 clients: by package, and by function.
import { glob, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aCommunity, record, startRunning, wrk } from './kit.ts';

interface Profile {
  nodes: { id: number; callFrame: { url: string; functionName: string; lineNumber: number } }[];
  samples: number[];
  timeDeltas: number[];
}

export default async function profile(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'commonweal-profile-'));
  const flags = ['--cpu-prof', `--cpu-prof-dir=${folder}`, '--cpu-prof-interval=500'];
  const platform = await startRunning('start.ts', flags);
  const { token, campaign_ids } = await aCommunity(platform, 100);
  const env = { TOKEN: token, CAMPAIGNS: campaign_ids.join(',') };
  await wrk(platform.url, { clients: 64, seconds: 10, script: 'pledge.lua', env });
  await platform.stop();
  for await (const file of glob('*.cpuprofile', { cwd: folder })) {
    await record('profile', report(JSON.parse(await readFile(join(folder, file), 'utf8')) as Profile));
  }
  await rm(folder, { recursive: true });
}

function report({ nodes, samples, timeDeltas }: Profile): string {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const packages = new Map<string, number>();
  const functions = new Map<string, number>();
  let busy = 0;
  for (const [i, id] of samples.entries()) {
    const { url, functionName, lineNumber } = frames.get(id)!;
    if (functionName === '(idle)' || functionName === '(program)') continue;
    const took = timeDeltas[i]!;
    const where = placeOf(url) || functionName;
    packages.set(where, (packages.get(where) ?? 0) + took);
    const name = `${where} ${functionName}:${lineNumber + 1}`;
    functions.set(name, (functions.get(name) ?? 0) + took);
    busy += took;
  }
  const top = (of: Map<string, number>, n: number) =>
    [...of]
      .sort((a, b) => b[1] - a[1])
      .slice(0, n)
      .map(([name, took]) => `| ${((took / busy) * 100).toFixed(1)} % | ${name} |`)
      .join('\n');
  return `Shares of the busy time of the one thread, POST /api/pledges from 64 clients for 10 s.

| share | where |\n|---|---|\n${top(packages, 24)}

| share | function |\n|---|---|\n${top(functions, 40)}`;
}

const placeOf = (url: string) =>
  /node_modules\/((@[^/]+\/)?[^/]+)/.exec(url)?.[1] ??
  /^node:.*/.exec(url)?.[0] ??
  /\/((lib|mixins|services|machines|contracts)\/.*)/.exec(url)?.[1];
