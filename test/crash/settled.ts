import { look, untilQuiet, type Urls } from '#test/invariants/fundraising';
import { until } from '#test/platform';

// Timers that are not waited for: those due in 30 minutes, and retention, which repeats for ever.
const UNDER_WAY = `name in ('payments.capture', 'pledges.late_money', 'payments.refund', 'payments.void', 'sandbox.send_webhook',
  'sandbox.send_webhooks', 'pledges.withdrawal')`;
const SERVICES = ['pledges', 'payments', 'sandbox'];

/**
 * Resolves once every message was delivered and every request to a provider was answered. Nobody else may use the platform;
 * a dead node's leases are ended at once, as they would be after 30 s.
 */
export async function untilSettled(urls: Urls): Promise<void> {
  await untilQuiet(urls);
  const service = (name: string) => urls[name]!;
  for (const name of SERVICES)
    await look(service(name), 'update timers set leased_until = null where leased_until > now()');
  await until(async () => {
    await untilQuiet(urls);
    for (const name of SERVICES) {
      const [found] = await look<{ n: number }>(
        service(name),
        `select count(*) n from timers where ${UNDER_WAY}`,
      );
      if (found!.n > 0) return false;
    }
    return true;
  });
  await untilQuiet(urls);
}
