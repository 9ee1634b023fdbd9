// A platform whose money Stripe collects: a server that speaks as Stripe does, and its events on their way to the platform.
import { world } from '#lib/world';
import { startFundraising } from '#test/fundraising';
import { deliver, SECRET_KEY, startStripe } from '#test/stripe/server';
import { paymentIdOf } from './payment.rules.ts';

const SECRET = 'whsec_donations';

export const pathOf = (url: string) => new URL(url).pathname;

export type Donations = Awaited<ReturnType<typeof startDonations>>;

export async function startDonations() {
  const server = await startStripe();
  const stripe = {
    secret_key: SECRET_KEY,
    publishable_key: 'pk_test_local',
    webhook_secrets: [SECRET],
    api_url: server.url,
  };
  const settings = { payment_provider: 'stripe', disabled_services: ['sandbox'], stripe } as const;
  const it = await startFundraising({ settings: { ...settings, disabled_services: ['sandbox'] } });
  let delivered = 0;

  /** Sends one event; the status that it is answered with. */
  const send = (event: object) => deliver(it.platform.url, SECRET, event);

  /** A pledge to a campaign of its own. */
  async function aPledge(currency = 'EUR', amount = 1000) {
    const draft = { title: 'A roof', description: '', goal_amount: 100_000, currency };
    const { id: campaign_id } = await it.owner.call('campaigns.create', draft);
    await it.owner.call('campaigns.publish', { id: campaign_id });
    const { pledge_id, payment_url } = await it.donor.call(
      'pledges.create',
      { campaign_id, amount, currency },
      { idempotency_key: world.newId() },
    );
    return { campaign_id, pledge_id, payment_url };
  }

  /** Follows the link to the page with the form; the id of the PaymentIntent that is on it. */
  async function openForm(payment_url: string): Promise<string> {
    const { status, headers } = await it.anyone.get(pathOf(payment_url));
    if (status !== 303 || headers.get('location') !== `${payment_url}/stripe`)
      throw new Error(`${payment_url} leads elsewhere: ${status}, ${headers.get('location')}`);
    const { body } = await it.anyone.get(`${pathOf(payment_url)}/stripe`);
    return /data-secret="(pi_\w+)_secret/.exec(String(body['html']))![1]!;
  }

  /** Those that have happened since, and no longer to be delivered. */
  const take = () => {
    const events = server.events.slice(delivered);
    delivered = server.events.length;
    return events;
  };

  /** Sends what has happened since, in another order if one is given, and twice: Stripe promises no once. Their statuses. */
  async function deliverAll(order: <E>(events: E[]) => E[] = (events) => events): Promise<number[]> {
    const events = order(take());
    const statuses = [];
    for (const event of [...events, ...events]) statuses.push(await send(event));
    await it.platform.quiet();
    return statuses;
  }

  return {
    server,
    it,
    send,
    take,
    aPledge,
    openForm,
    deliverAll,
    /** A donation that is captured. */
    async aDonation() {
      const pledge = await aPledge();
      const intent = await openForm(pledge.payment_url);
      server.account.pay(intent);
      await deliverAll();
      return { ...pledge, intent, payment_id: paymentIdOf({ kind: 'pledge', id: pledge.pledge_id }) };
    },
    pledgeOf: (id: string) => it.donor.call('pledges.get', { id }),
    totalOf: async (campaign_id: string) => (await it.anyone.call('totals.get', { campaign_id })).total,
    webhooksOf: async (id: string) => (await it.admin.call('payments.list_payment_webhooks', { id })).data,
    async stop(): Promise<void> {
      await it.platform.stop();
      await server.stop();
    },
  };
}
