// `npm run requests`: 100,000 requests by /openapi.json to a platform of their own. Prints what came of them, and exits with 1
// where an answer was a mistake of ours or not as described, with the smallest request that gets one. `--count 1000` sets their
// number, `--seed 1` chooses them, `--lanes 8` are sent at once.
import { readCluster } from '#lib/postgres/cluster';
import { operatorKeyOf } from '#lib/postgres/secrets';
import { readEmail } from '#test/emails';
import { cleanUp, freshDataDir, startProcess } from '#test/fresh/process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bombard } from './bombardment.ts';
import { coverageOf } from './coverage.ts';
import { curl } from './curl.ts';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    lanes: { type: 'string', default: '8' },
  },
});
const print = (text: string) => console.log(text);
const [count, seed, lanes] = [Number(values.count), Number(values.seed), Number(values.lanes)];

try {
  const dataDir = await freshDataDir();
  const platform = await startProcess(dataDir, { GUEST_PLEDGES_PER_MINUTE: '0' });
  await platform.ready();
  const operator_key = operatorKeyOf((await readCluster(dataDir))!.secret);
  const started_ms = performance.now();
  const letters = lettersIn(join(dataDir, 'mail'));
  const { sent, repeated, seen, defects } = await bombard({
    url: platform.url,
    operator_key,
    count,
    seed,
    lanes,
    letters,
    print,
  });
  const seconds = Math.round((performance.now() - started_ms) / 1000);
  print(coverageOf(seen));
  print(
    `${sent} requests (seed ${seed}) in ${seconds} s, ${repeated} of them repeated after a 503 or 504; ${defects.length} defects.`,
  );
  for (const { operationId, wrong, caller, request } of defects)
    print(`\n${operationId}, as ${caller}: ${wrong}\n${curl(platform.url, request)}`);
  if (defects.length > 0) print(`\n${platform.output().slice(-10_000)}`);
  process.exitCode = defects.length === 0 ? 0 : 1;
} finally {
  await cleanUp();
}

/** Reads the e-mails in a folder, each once. */
function lettersIn(folder: string): () => Promise<string[]> {
  const read = new Set<string>();
  return async () => {
    const names = (await readdir(folder).catch(() => [])).filter(
      (name) => name.endsWith('.eml') && !read.has(name),
    );
    for (const name of names) read.add(name);
    const files = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
    return files.map((data) => readEmail({ from: '', to: [], data }).text);
  };
}
