// `npm run test:busy`: the tests beside four loops that keep the processor busy. What passes here rests on no machine's
// speed. Takes what `npm test` takes.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const LOOPS = 4;
// Whatever becomes of us, a loop ends once nobody reads what it says.
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
// Ctrl-C reaches the tests as well, and they have something to tidy up.
process.on('SIGINT', () => {});
await once(tests, 'exit');
for (const loop of loops) loop.kill();
process.exitCode = tests.exitCode ?? 1;
