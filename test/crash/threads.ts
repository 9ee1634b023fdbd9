// A program: the platform in worker threads, one of which ends at SIGUSR2 as if it had crashed.
import { config } from '#config';
import { startPlatform } from '#lib/supervisor';
import { brokerOptions } from '../../moleculer.config.ts';

const settings = config();
const { workers } = await startPlatform(settings, brokerOptions(settings));
let ended = 0;
process.on('SIGUSR2', () => void endOne());
console.log('The platform is ready.');

async function endOne() {
  const living = [...workers];
  const [nodeID, worker] = living[ended % living.length] ?? [];
  await worker?.terminate();
  console.log(`Thread ${nodeID} was ended: ${++ended}.`);
}
