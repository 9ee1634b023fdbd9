// Recurring gifts through Stripe, over HTTP: the platform as it runs, the official library, and a server that speaks as Stripe does.
import { startFundraising, type Fundraising } from '#test/fundraising';
import { until } from '#test/platform';
import { recurring, type Recurring } from '#test/recurring';
import { deliver, SECRET_KEY, startStripe, type StripeServer } from '#test/stripe/server';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

const SECRET = 'whsec_recurring';

let server: StripeServer;
let it: Fundraising;
let gifts: Recurring;
beforeAll(async () => {
  server = await startStripe();
  it = await startFundraising({
    settings: {
      payment_provider: 'stripe',
      disabled_services: ['sandbox'],
      stripe: {
        secret_key: SECRET_KEY,
        publishable_key: 'pk_test_local',
        webhook_secrets: [SECRET],
        api_url: server.url,
      },
    },
  });
  gifts = recurring(it);
});
afterAll(async () => {
  await it?.platform.stop();
  await server?.stop();
});

let delivered = 0;
async function deliverAll(): Promise<void> {
  const events = server.events.slice(delivered);
  delivered = server.events.length;
  for (const event of events) expect(await deliver(it.platform.url, SECRET, event)).toBe(200);
  await it.platform.quiet();
}

/** Its first payment is made with a card, which Stripe keeps. */
async function anActive() {
  const wish = await gifts.aWish();
  const made = await it.donor.call('subscriptions.create', wish, gifts.keyed());
  const path = new URL(made.payment_url).pathname;
  await it.anyone.get(path);
  const { body } = await it.anyone.get(`${path}/stripe`);
  const intent = /data-secret="(pi_\w+)_secret/.exec(String(body['html']))![1]!;
  server.account.pay(intent);
  await deliverAll();
  const id = made.subscription_id;
  const mandate_id = await gifts.mandateOf(id);
  await until(async () => (await cardOf(mandate_id)) !== null);
  return { id, intent, mandate_id, campaign_id: wish.campaign_id };
}

async function cardOf(mandate_id: string): Promise<string | null> {
  const { rows } = await it.platform
    .db('payments')
    .query<{ method: string | null }>('select method from mandates where id = $1', [mandate_id]);
  return rows[0]!.method;
}

const statusOf = async (id: string) => (await gifts.subscriptionOf(id)).status;
const last = () => [...server.account.intents.values()].at(-1)!;

test('the first payment saves the card, with a customer, for when nobody is there', async () => {
  const { intent, mandate_id } = await anActive();
  const { customer, setup_future_usage, payment_method } = server.account.intents.get(intent)!;
  expect([customer, setup_future_usage]).toEqual([expect.stringMatching(/^cus_/), 'off_session']);
  expect(await cardOf(mandate_id)).toBe(payment_method);
});

test('a renewal is a PaymentIntent of that customer and card, confirmed at once, and made once', async () => {
  const { id, intent, campaign_id } = await anActive();
  // Done, and the answer is lost: the job asks what came of it.
  server.trouble('lost', 1, 'POST');
  await gifts.renew(id);
  await it.platform
    .db('payments')
    .query(`update timers set leased_until = null where name = 'payments.charge'`);
  await until(async () => (await gifts.statusesOf(id)).at(-1) === '1 CAPTURED');
  await deliverAll();
  const first = server.account.intents.get(intent)!;
  expect(last()).toMatchObject({ customer: first.customer, payment_method: first.payment_method });
  const its = [...server.account.intents.values()].filter(({ customer }) => customer === first.customer);
  expect(its).toHaveLength(2);
  expect(await gifts.totalOf(campaign_id)).toBe(2000);
});

test.each(['insufficient_funds', 'authentication_required'])(
  'a card that is declined (%s) is told with its reason, and its PaymentIntent is closed',
  async (reason) => {
    const { id, mandate_id } = await anActive();
    server.account.wallets.declines.set((await cardOf(mandate_id))!, reason);
    await gifts.renew(id);
    await until(async () => (await statusOf(id)) === 'PAST_DUE');
    await until(() => last().status === 'canceled');
    await deliverAll();
    const failed = await it.platform
      .db('pledges')
      .query(`select from transitions where to_status = 'FAILED' and key = $1`, [
        (await gifts.pledgesOf(id)).at(-1)!.id,
      ]);
    expect(failed.rowCount).toBe(1);
    expect(await statusOf(id)).toBe('PAST_DUE');
  },
);

test('another card is given on a page with Stripe’s form, and what was declined is tried with it', async () => {
  const { id, mandate_id } = await anActive();
  server.account.wallets.declines.set((await cardOf(mandate_id))!, 'expired_card');
  await gifts.renew(id);
  await until(async () => (await statusOf(id)) === 'PAST_DUE');
  const { url } = await it.donor.call('subscriptions.replace_card', { id });
  expect((await it.donor.call('subscriptions.replace_card', { id })).url).toBe(url);
  const { body } = await it.anyone.get(new URL(url).pathname);
  expect(String(body['html'])).toContain('confirmSetup');
  const setup = /data-secret="(seti_\w+)_secret/.exec(String(body['html']))![1]!;
  const card = server.account.wallets.giveCard(setup);
  const back = /data-back="([^"]+)"/.exec(String(body['html']))![1]!;
  const { body: thanks } = await it.anyone.get(
    `${new URL(back).pathname}?setup_intent=${setup}&setup_intent_client_secret=x&redirect_status=succeeded`,
  );
  expect(String(thanks['html'])).toContain('From now on, this card is charged');
  expect(await cardOf(mandate_id)).toBe(card);
  await until(async () => (await statusOf(id)) === 'ACTIVE');
  expect((await gifts.statusesOf(id)).at(-1)).toBe('1 CAPTURED');
});
