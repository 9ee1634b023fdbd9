// Passwords take 26 ms of a core each: what others wait for while more logins come than can be checked.
import { aCommunity, percentile, record, startRunning } from './kit.ts';

const FLOOD = 64;
const SECONDS = 10;
const ROUNDS = 3;
// As fast as a page asks that somebody looks at.
const EVERY_MS = 10;

export default async function loginFlood(): Promise<void> {
  const platform = await startRunning('start.ts', [], { TRUSTED_PROXIES: '1' });
  const { token, campaign_ids } = await aCommunity(platform, 1);
  const get = async () => {
    const began = performance.now();
    const response = await fetch(`${platform.url}/api/campaigns/${campaign_ids[0]!}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    await response.arrayBuffer();
    if (response.status !== 200) throw new Error(`GET: ${response.status}`);
    return performance.now() - began;
  };
  await during(get); // so that it is compiled
  const rounds = [];
  for (let round = 0; round < ROUNDS; round++) {
    const quiet = await during(get);
    const flood = flooding(platform.url, round);
    const beside = await during(get);
    rounds.push({ quiet, beside, ...(await flood.stop()) });
  }
  await platform.stop();
  const lines = rounds.map(({ quiet, beside, checked, busy }) => {
    const p = (times: number[], at: number) => percentile(times, at).toFixed(1);
    const each = (n: number) => (n / SECONDS).toFixed(0);
    return `| ${p(quiet, 0.5)} | ${p(quiet, 0.99)} | ${each(checked)} | ${each(busy)} | ${p(beside, 0.5)} | ${p(beside, 0.99)} |`;
  });
  await record(
    'login-flood',
    `A signed-in \`GET /api/campaigns/:id\` each ${EVERY_MS} ms for ${SECONDS} s, quiet and beside ${FLOOD} clients that log in with wrong passwords of
unknown accounts, each time from another network, as fast as they are answered. Client and platform share the cores.

| quiet: p50 ms | p99 ms | logins checked per s | told BUSY per s | beside: p50 ms | p99 ms |\n|---|---|---|---|---|---|\n${lines.join('\n')}`,
  );
}

/** Asks at a steady pace, whether answers are late or not. */
async function during(ask: () => Promise<number>): Promise<number[]> {
  const asked: Promise<number>[] = [];
  const end = performance.now() + SECONDS * 1000;
  while (performance.now() < end) {
    asked.push(ask());
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  }
  return Promise.all(asked);
}

function flooding(url: string, round: number) {
  const counts = { checked: 0, busy: 0 };
  let nth = 0;
  let isOver = false;
  const clients = Array.from({ length: FLOOD }, async () => {
    while (!isOver) {
      const n = ++nth;
      const response = await fetch(`${url}/api/auth/login`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-forwarded-for': `10.${round}.${(n >> 8) & 255}.${n & 255}`,
        },
        body: JSON.stringify({ email: `nobody-${round}-${n}@example.org`, password: 'a wrong password' }),
      });
      const { code } = (await response.json()) as { code: string };
      if (code === 'CREDENTIALS_WRONG') counts.checked++;
      else if (code === 'BUSY') counts.busy++;
      else throw new Error(`login: ${response.status} ${code}`);
    }
  });
  return {
    async stop() {
      isOver = true;
      await Promise.all(clients);
      return counts;
    },
  };
}
