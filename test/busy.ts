// `npm run test:busy`: the tests beside four loops that keep the processor busy, to find tests that depend on the machine's
// speed. Takes the arguments of `npm test`.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const LOOPS = 4;
// However we end, a loop ends once nobody reads its output.
const LOOP = `process.stdout.on('error', () => process.exit());
const turn = () => { for (const end = Date.now() + 200; Date.now() < end; ); process.stdout.write('.'); setImmediate(turn); };
turn();`;

const loops = Array.from({ length: LOOPS }, () => {
  const loop = spawn(process.execPath, ['-e', LOOP], { stdio: ['ignore', 'pipe', 'inherit'] });
  loop.stdout.resume();
  return loop;
});
const root = join(import.meta.dirname, '..');
const tests = spawn('npm', ['test', '--', ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });
// Ctrl-C reaches the tests as well, which have to clean up.
process.on('SIGINT', () => {});
await once(tests, 'exit');
for (const loop of loops) loop.kill();
process.exitCode = tests.exitCode ?? 1;
