// What others notice of clients that are slow, never read or send bombs: p99 with and without them.
import { world } from '#lib/world';
import { Agent, request } from 'node:http';
import { once } from 'node:events';
import { cpus, loadavg } from 'node:os';
import { Worker } from 'node:worker_threads';
import { percentile, record, startRunning, type Running } from './kit.ts';

const SECONDS = 12;
const OTHERS = 8;
// An honest client waits so long between two requests: the machine is not to be full of them alone.
const PAUSE_MS = 20;
const ATTACK = { idle: 1000, slow: 500, deaf: 50, deaf_asks: 20, bombers: 8 };

export default async function slowClients(): Promise<void> {
  // Others share the attacker's address here, and are not to be refused for that: `sign_in` alone is as it is by default.
  const limited = await measure('anonymous:0,gateway:0');
  const unlimited = await measure('off');
  const rows = [
    row('none of them', limited.alone),
    row('they, from one address, within the limit of sign-ins', limited.beside),
    row('they, without any limit, as from many addresses', unlimited.beside),
    row('none of them any more', unlimited.back),
  ];
  await record(
    'slow-clients',
    `${OTHERS} others read campaigns one after another, ${PAUSE_MS} ms apart, for ${SECONDS} s each time. Beside them: ${ATTACK.idle} connections that say nothing or half a
line, ${ATTACK.slow} that send headers or bodies a byte a second, ${ATTACK.deaf} that ask for ${ATTACK.deaf_asks} large documents at once and never read, and ${ATTACK.bombers} that send bombs without
a pause (gzip, lists 49,000 deep, 10 MB in chunks, 2,000 headers). Answers to bombs within the limit: ${limited.bombs}; without one: ${unlimited.bombs}.
The machine was shared: a load of ${loadavg()[0]!.toFixed(1)} on its ${cpus().length} cores at the end.

| beside others | requests of others | failed | p50 ms | p99 ms | max ms |\n|---|---|---|---|---|---|\n${rows.join('\n')}`,
  );
}

const row = (name: string, { times_ms, failed }: Answered) =>
  `| ${name} | ${times_ms.length} | ${failed} | ${percentile(times_ms, 0.5).toFixed(1)} | ${percentile(times_ms, 0.99).toFixed(1)} | ${Math.max(...times_ms).toFixed(1)} |`;

async function measure(RATE_LIMITS: string) {
  const platform = await startRunning('start.ts', [], { WORKERS: '0', RATE_LIMITS });
  await others(platform, 3);
  const alone = await others(platform, SECONDS);
  // In a thread of its own: what it costs the attacker is not to be measured as well.
  const attacker = new Worker(new URL('./slow-clients.attacker.ts', import.meta.url), {
    workerData: { url: platform.url, ...ATTACK },
  });
  await world.sleep(2000);
  const beside = await others(platform, SECONDS);
  attacker.postMessage('end');
  const [bombs] = (await once(attacker, 'message')) as [string];
  const back = await others(platform, SECONDS);
  await platform.stop();
  return { alone, beside, back, bombs };
}

interface Answered {
  times_ms: number[];
  failed: number;
}

async function others({ url }: Running, seconds: number): Promise<Answered> {
  const agent = new Agent({ keepAlive: true });
  const end_ms = performance.now() + seconds * 1000;
  const answered: Answered = { times_ms: [], failed: 0 };
  const one = async () => {
    while (performance.now() < end_ms) {
      const began_ms = performance.now();
      if ((await statusOf(`${url}/api/campaigns`, agent)) !== 200) answered.failed++;
      answered.times_ms.push(performance.now() - began_ms);
      await world.sleep(PAUSE_MS);
    }
  };
  await Promise.all(Array.from({ length: OTHERS }, one));
  agent.destroy();
  return answered;
}

const statusOf = (url: string, agent: Agent) =>
  new Promise<number>((resolve) => {
    const asking = request(url, { agent }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode ?? 0));
    });
    asking.on('error', () => resolve(0));
    asking.end();
  });
