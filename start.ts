// `npm start`: runs the platform until it is told to stop.
import { config } from '#config';
import { startPlatform } from '#lib/supervisor';
import { brokerOptions } from './moleculer.config.ts';

const settings = begin(config);
const starting = startPlatform(settings, brokerOptions(settings));
let isStopping = false;
// From the beginning, and however often: npm hands on the Ctrl-C that a terminal has already sent us, and ended midway
// we would leave Postgres running.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());
const platform = await starting.catch(quit);
const { public_url } = settings;
console.log(`Commonweal is ready.
  API      ${public_url}/api        ${public_url}/openapi.json describes it
  health   ${public_url}/readyz
  try      curl ${public_url}/api/campaigns
Ctrl-C stops it.`);
if (process.argv.includes('--repl')) platform.broker.repl();

async function stop() {
  if (isStopping) return;
  isStopping = true;
  console.log('Stopping: what is under way is answered first.');
  const { stop: stopAll } = await starting.catch(quit);
  await stopAll().catch(quit);
  process.exit(0);
}

/** Settings that can't be used are the reader's to mend: they need no stack. */
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
