// The output of `npm start`.
import type { Config } from '#config';

/** What runs, and where to look; without secrets. `threads`: worker threads. */
export function banner(config: Config, services: readonly string[], threads: number): string {
  const { public_url, database_url, data_dir } = config;
  const database = database_url === null ? `its own, in ${data_dir}` : new URL(database_url).host;
  const money = config.payment_provider === 'stripe' || config.sandbox ? config.payment_provider : NOBODY;
  const where = threads === 0 ? 'in one thread' : `in ${threads} threads`;
  return `Commonweal is ready.
  runs     ${services.join(', ')}, ${where}
  Postgres ${database}
  money    ${money}
  API      ${public_url}/api        ${public_url}/openapi.json describes it
  health   ${public_url}/readyz
  operate  npx commonweal help
  try      curl ${public_url}/api/campaigns
Ctrl-C stops it.`;
}

const NOBODY = 'nobody collects it: pledges can be made and not be paid. Set STRIPE_SECRET_KEY and its kin.';

/** Shows progress: one line that is overwritten on a terminal; elsewhere a line at the start and the end. */
export function progressOf(what: string, { isTTY = false }, write: (text: string) => unknown) {
  let shown = -1;
  return (done: number, of: number): void => {
    const tenths = Math.floor((done * WIDTH) / of);
    if (tenths === shown) return;
    shown = tenths;
    const bar = `[${'#'.repeat(tenths).padEnd(WIDTH)}] ${done} of ${of}`;
    if (isTTY) write(`\r${what} ${bar}${done === of ? '\n' : ''}`);
    else if (done === 0 || done === of) write(`${what}: ${done} of ${of}\n`);
  };
}

const WIDTH = 20;
