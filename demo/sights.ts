import type { Config } from '#config';
import type { Demo } from './demo.ts';

/** Where to look at the demo's data. Shows the password only where this machine alone can use it. */
export function sightsOf(demo: Demo, { host, public_url }: Pick<Config, 'host' | 'public_url'>): string {
  const { campaigns, pledges, campaign_id, payment_url, email, password } = demo;
  const isLocal = host === '127.0.0.1' || host === '::1' || host === 'localhost';
  return [
    `There are ${campaigns} campaigns with ${pledges} pledges to look at:`,
    `  a checkout  ${payment_url}`,
    `  totals      curl ${public_url}/api/campaigns/${campaign_id}/totals`,
    `  watch       npx commonweal webhooks list`,
    ...(isLocal
      ? [`  sign in     ${email}, password ${password} (shown once: it owns three of the campaigns)`]
      : []),
  ].join('\n');
}
