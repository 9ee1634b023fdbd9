// From a provider's webhook to the campaign's watchers: 500 payments a second, each seen in the total that includes it.
import { world } from '#lib/world';
import { client, provider } from '#test/client';
import { watch } from '#test/events';
import { until } from '#test/platform';
import { once } from 'node:events';
import { Agent, request, type IncomingMessage } from 'node:http';
import { Webhook } from 'standardwebhooks';
import { aCommunity, percentile, record, startRunning } from './kit.ts';

const CAMPAIGNS = 20;
const PER_SECOND = 500;
const SECONDS = 10;
const AMOUNT = 1000;
const MAKERS = 32;

export default async function visible(): Promise<void> {
  const secret = Buffer.from('a secret of this benchmark, 32 B').toString('base64');
  const platform = await startRunning('start.ts', [], { SANDBOX_WEBHOOK_SECRET: secret });
  const { token, campaign_ids } = await aCommunity(platform, CAMPAIGNS);
  const all = PER_SECOND * SECONDS;
  const payments = await makePayments(platform.url, token, campaign_ids, all);
  const streams = await Promise.all(
    campaign_ids.map((id) => watchTotals(`${platform.url}/api/campaigns/${id}/totals/stream`)),
  );
  const report = reporter(platform.url, secret);
  const answered_ms: number[] = [];
  const started_ms = performance.now();
  const reports = await atRate(payments, async ({ payment_id, campaign }, sent_ms) => {
    streams[campaign]!.sent(sent_ms);
    const status = await report(payment_id);
    answered_ms.push(performance.now() - sent_ms);
    return status;
  });
  const took_s = (performance.now() - started_ms) / 1000;
  await until(() => streams.every(({ isDone }) => isDone()));
  const seen_ms = streams.flatMap(({ seen_ms }) => seen_ms);
  for (const { leave } of streams) leave();
  await platform.stop();
  const row = (name: string, times_ms: number[]) =>
    `| ${name} | ${percentile(times_ms, 0.5).toFixed(1)} | ${percentile(times_ms, 0.99).toFixed(1)} | ${Math.max(...times_ms).toFixed(1)} |`;
  await record(
    'visible',
    `${all.toLocaleString('en')} webhooks \`payment.captured\` at ${(all / took_s).toFixed(0)} a second for ${CAMPAIGNS} campaigns, each watched by a stream; ${reports.filter((status) => status !== 200).length} refused.
Seen: from sending the nth webhook of a campaign until its stream shows n payments. A stream sends at most 20 events a second, so that at this rate up to 50 ms of it are waiting.

| | p50 ms | p99 ms | max ms |
|---|---|---|---|
${row('webhook answered', answered_ms)}
${row('seen in the stream', seen_ms)}`,
  );
}

/** Reports captures, with little of the cores that it shares with the platform. */
function reporter(url: string, secret: string) {
  const signer = new Webhook(secret);
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  return async (payment_id: string): Promise<number> => {
    const [id, at] = [world.newId(), new Date()];
    const data = { payment_id, amount: AMOUNT, currency: 'EUR' };
    const body = JSON.stringify({ type: 'payment.captured', timestamp: at.toISOString(), data });
    const headers = {
      'content-type': 'application/json',
      'content-length': body.length,
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': signer.sign(id, at, body),
    };
    const sending = request(`${url}/api/payments/webhooks/sandbox`, { method: 'POST', agent, headers });
    sending.end(body);
    const [res] = (await once(sending, 'response')) as [IncomingMessage];
    await once(res.resume(), 'end');
    return res.statusCode!;
  };
}

interface Payment {
  payment_id: string;
  campaign: number;
}

async function makePayments(url: string, token: string, campaign_ids: string[], count: number) {
  const api = client(url, token);
  const { open } = provider(url, Buffer.alloc(32).toString('base64'));
  const payments: Payment[] = [];
  let next = 0;
  const make = async () => {
    while (next < count) {
      const campaign = next++ % campaign_ids.length;
      const wish = { campaign_id: campaign_ids[campaign]!, amount: AMOUNT, currency: 'EUR' };
      const { payment_url } = await api.call('pledges.create', wish, { idempotency_key: world.newId() });
      const payment_id = await until(() => open(payment_url).catch(() => null));
      payments.push({ payment_id, campaign });
    }
  };
  await Promise.all(Array.from({ length: MAKERS }, make));
  return payments;
}

/** Notes when a campaign's total includes each payment whose webhook was sent. */
async function watchTotals(url: string) {
  const sent_ms: number[] = [];
  const seen_ms: number[] = [];
  const { leave } = await watch(url, {}, ({ data }) => {
    const count = Number(data['total']) / AMOUNT;
    while (seen_ms.length < count) seen_ms.push(performance.now() - sent_ms[seen_ms.length]!);
  });
  return {
    leave,
    seen_ms,
    sent: (at_ms: number) => void sent_ms.push(at_ms),
    isDone: () => seen_ms.length === sent_ms.length,
  };
}

/** Sends at a steady rate, whether or not responses come. */
async function atRate<T, R>(items: T[], send: (item: T, at_ms: number) => Promise<R>): Promise<R[]> {
  const started_ms = performance.now();
  const sending: Promise<R>[] = [];
  while (sending.length < items.length) {
    const due = Math.floor(((performance.now() - started_ms) / 1000) * PER_SECOND);
    while (sending.length < Math.min(due, items.length))
      sending.push(send(items[sending.length]!, performance.now()));
    await world.sleep(2);
  }
  return Promise.all(sending);
}
