// `npm start`: runs the platform until a signal stops it.
import { config } from '#config';
import { banner, progressOf } from '#lib/banner';
import { startPlatform, type Platform } from '#lib/supervisor';
import { makeDemo } from './demo/demo.ts';
import { sightsOf } from './demo/sights.ts';
import { brokerOptions } from './moleculer.config.ts';

const settings = begin(config);
const starting = startPlatform(settings, brokerOptions(settings));
const stopping = new AbortController();
// From the beginning, and repeatedly: npm forwards the Ctrl-C that the terminal has already sent us, and a second signal
// must not end us midway, with Postgres still running.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());
const platform = await starting.catch(quit);
console.log(banner(settings, platform.services, platform.workers.size));
if (process.argv.includes('--repl')) platform.broker.repl();
if (!process.argv.includes('--no-demo')) await showDemo(platform);

async function showDemo({ broker }: Platform) {
  const write = (text: string) => process.stdout.write(text);
  const progress = progressOf('Demo data (--no-demo leaves it out)', process.stdout, write);
  try {
    const demo = await makeDemo(broker, settings, { progress, signal: stopping.signal });
    if (demo) console.log(sightsOf(demo, settings));
  } catch (error) {
    if (!stopping.signal.aborted)
      console.error(`The demo data is not complete; the next start goes on with it. ${String(error)}`);
  }
}

async function stop() {
  if (stopping.signal.aborted) return;
  stopping.abort();
  console.log('Stopping: what is under way is answered first.');
  const { stop: stopAll } = await starting.catch(quit);
  await stopAll().catch(quit);
  process.exit(0);
}

/** Settings that can't be used are for the reader to correct: they need no stack. */
function begin<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    return quit(error);
  }
}

function quit(error: unknown): never {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
