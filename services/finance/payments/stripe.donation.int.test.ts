// A donor gives through Stripe, over HTTP: the platform as it runs, the official library, and a server that speaks as Stripe does.
import { openBrowser } from '#test/browser';
import { world } from '#lib/world';
import { until } from '#test/platform';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { HTTPRequest } from 'puppeteer-core';
import { paymentIdOf } from './payment.rules.ts';
import { pathOf, startDonations, type Donations } from './stripe.fixture.ts';

let donations: Donations;
beforeAll(async () => {
  donations = await startDonations();
});
afterAll(() => donations?.stop());

test('a donation, whole: pledged, paid, counted, given back in part and disputed', async () => {
  const { campaign_id, pledge_id, payment_url } = await donations.aPledge();
  const intent = await donations.openForm(payment_url);
  expect(await donations.openForm(payment_url)).toBe(intent);

  donations.server.account.pay(intent);
  expect(new Set(await donations.deliverAll())).toEqual(new Set([200]));
  expect(await donations.pledgeOf(pledge_id)).toMatchObject({ status: 'CAPTURED', captured_amount: 1000 });
  expect(await donations.totalOf(campaign_id)).toBe(1000);

  // Who comes back from Stripe is told so, and is asked for no second payment.
  const { body } = await donations.it.anyone.get(`${pathOf(payment_url)}/stripe`);
  expect(String(body['html'])).toContain('Your payment has been received');

  donations.server.account.refundInDashboard(intent, 300);
  await donations.deliverAll();
  expect(await donations.pledgeOf(pledge_id)).toMatchObject({
    status: 'PARTIALLY_REFUNDED',
    refunded_amount: 300,
  });
  expect(await donations.totalOf(campaign_id)).toBe(700);

  const { id: dispute_id } = donations.server.account.dispute(intent);
  await donations.deliverAll();
  expect((await donations.pledgeOf(pledge_id)).status).toBe('CHARGED_BACK');
  expect(await donations.totalOf(campaign_id)).toBe(0);
  donations.server.account.closeDispute(dispute_id, 'won');
  await donations.deliverAll();
  expect((await donations.pledgeOf(pledge_id)).status).toBe('PARTIALLY_REFUNDED');
  expect(await donations.totalOf(campaign_id)).toBe(700);
});

/** What a donor reads whom Stripe leads back, with what it appends to the link. */
async function comeBack(payment_url: string, intent: string, redirect_status: string): Promise<string> {
  const query = `payment_intent=${intent}&payment_intent_client_secret=${intent}_secret_x&redirect_status=${redirect_status}`;
  const { status, headers } = await donations.it.anyone.get(`${pathOf(payment_url)}?${query}`);
  expect([status, headers.get('location')]).toEqual([303, `${payment_url}/stripe`]);
  const { body } = await donations.it.anyone.get(`${pathOf(payment_url)}/stripe`);
  return String(body['html']);
}

test('who comes back from Stripe reads what has become of their payment, before its webhook and after', async () => {
  const { payment_url } = await donations.aPledge();
  const intent = await donations.openForm(payment_url);
  donations.server.account.decline(intent);
  expect(await comeBack(payment_url, intent, 'failed')).toMatch(/<form[^]*nothing was taken/);
  await donations.deliverAll();
  expect(await comeBack(payment_url, intent, 'failed')).toMatch(/<form[^]*nothing was taken/);

  donations.server.account.pay(intent);
  for (const isDelivered of [false, true, true]) {
    if (isDelivered) await donations.deliverAll();
    const html = await comeBack(payment_url, intent, 'succeeded');
    expect(html).toContain('Your payment has been received');
    expect(html).not.toContain('<form');
  }
  donations.server.account.refundInDashboard(intent, 1000);
  await donations.deliverAll();
  expect(await comeBack(payment_url, intent, 'succeeded')).toContain('has been refunded');
});

test('a capture leaves a timer to ask for its settlement, which no webhook of Stripe reports', async () => {
  const { pledge_id, payment_url } = await donations.aPledge();
  donations.server.account.pay(await donations.openForm(payment_url));
  await donations.deliverAll();
  const { rows } = await donations.it.platform
    .db('payments')
    .query(`select from timers where name = 'payments.settlement' and key = $1`, [
      paymentIdOf({ kind: 'pledge', id: pledge_id }),
    ]);
  expect(rows).toHaveLength(1);
});

test('a refund that the owner asks for is made at Stripe, once, and known by our id', async () => {
  const { campaign_id, pledge_id, payment_url } = await donations.aPledge('ISK', 500);
  const intent = await donations.openForm(payment_url);
  donations.server.account.pay(intent);
  await donations.deliverAll();

  // Done, and the answer is lost: the deadline asks what came of it.
  donations.server.trouble('lost', 1, 'POST');
  const path = `/api/pledges/${pledge_id}/refunds`;
  const { status } = await donations.it.owner.post(path, { amount: 200 }, { idempotency_key: world.newId() });
  expect(status).toBe(202);
  const refund = await until(() => donations.server.account.api.refundsOf(intent)[0]);
  expect(refund).toMatchObject({ amount: 20_000, currency: 'isk' });
  await donations.deliverAll();
  await until(async () => (await donations.pledgeOf(pledge_id)).status === 'PARTIALLY_REFUNDED');
  expect(await donations.pledgeOf(pledge_id)).toMatchObject({ refunded_amount: 200 });
  expect(await donations.totalOf(campaign_id)).toBe(300);
  expect(donations.server.account.api.refundsOf(intent)).toHaveLength(1);
});

test('a pledge that is cancelled closes its payment at Stripe', async () => {
  const { pledge_id, payment_url } = await donations.aPledge();
  const intent = await donations.openForm(payment_url);
  await donations.it.donor.call('pledges.cancel', { id: pledge_id });
  await until(() => donations.server.account.intents.get(intent)?.status === 'canceled');
  await donations.deliverAll();
  expect((await donations.pledgeOf(pledge_id)).status).toBe('CANCELLED');
});

test('nor stays open what Stripe would not close while a bank was at work', async () => {
  const { pledge_id, payment_url } = await donations.aPledge();
  const intent = await donations.openForm(payment_url);
  donations.server.account.process(intent);
  await donations.deliverAll();
  expect((await donations.pledgeOf(pledge_id)).status).toBe('AUTHORIZED');
  await donations.it.donor.call('pledges.cancel', { id: pledge_id });
  await until(() => donations.server.requests.includes(`POST /v1/payment_intents/${intent}/cancel`));
  donations.server.account.decline(intent);
  await until(() => donations.server.account.intents.get(intent)?.status === 'canceled');
  await donations.it.platform.quiet();
});

test('nor a checkout that came about while the pledge was taken back', async () => {
  const { pledge_id, payment_url } = await donations.aPledge();
  const before = donations.server.account.intents.size;
  // Made, and the answers are lost: until the library asks again, nobody here knows of it.
  donations.server.trouble('lost', 2, 'POST');
  const visit = donations.it.anyone.get(pathOf(payment_url));
  await until(() => donations.server.account.intents.size > before);
  await donations.it.donor.call('pledges.cancel', { id: pledge_id });
  const paymentOf = async () =>
    (await donations.it.admin.call('payments.list', { purpose_id: pledge_id })).data[0]!;
  await until(async () => (await paymentOf()).status === 'VOIDED');
  await visit;
  const { reference } = await paymentOf();
  await until(() => donations.server.account.intents.get(reference!)?.status === 'canceled');
});

test('no other provider can say that it was paid', async () => {
  const { pledge_id, payment_url } = await donations.aPledge();
  await donations.openForm(payment_url);
  const { data } = await donations.it.admin.call('payments.list', { purpose_id: pledge_id });
  const payment_id = data[0]!.id;
  expect((await donations.it.provider.report({ payment_id, type: 'payment.captured' })).status).toBe(200);
  await donations.it.platform.quiet();
  expect((await donations.pledgeOf(pledge_id)).status).toBe('PENDING');
  const { data: webhooks } = await donations.it.admin.call('payments.list_payment_webhooks', {
    id: payment_id,
  });
  expect(webhooks.map(({ outcome }) => outcome)).toEqual(['payment_not_known']);
});

test('a card that was declined can be followed by one that is not', async () => {
  const { campaign_id, pledge_id, payment_url } = await donations.aPledge();
  const intent = await donations.openForm(payment_url);
  donations.server.account.decline(intent);
  await donations.deliverAll();
  expect((await donations.pledgeOf(pledge_id)).status).toBe('FAILED');
  expect(await donations.openForm(payment_url)).toBe(intent);
  donations.server.account.pay(intent);
  await donations.deliverAll();
  expect((await donations.pledgeOf(pledge_id)).status).toBe('CAPTURED');
  expect(await donations.totalOf(campaign_id)).toBe(1000);
});

// Stripe's own script can't be had here: in its place is one of ours, which writes down what it is asked for.
const STAND_IN = `
window.asked = [];
window.Stripe = (key) => {
  asked.push(['Stripe', key]);
  return {
    elements: ({ clientSecret }) => {
      asked.push(['elements', clientSecret]);
      return { create: (kind) => ({
        on: (event, then) => { if (event === 'ready') setTimeout(then); },
        mount: (place) => { asked.push(['mount', kind, place]); document.querySelector(place).style.height = '300px'; },
      }) };
    },
    confirmPayment: async ({ confirmParams }) => {
      asked.push(['confirm', confirmParams.return_url]);
      return { error: { message: 'Your card was declined.' } };
    },
  };
};`;

test('what Stripe refuses after all is told to its donor in words', async () => {
  const { payment_url } = await donations.aPledge('SEK');
  const { status, body } = await donations.it.anyone.get(pathOf(payment_url));
  expect([status, body]).toMatchObject([
    409,
    {
      code: 'PROVIDER_REFUSED',
      reason: 'currency_not_payable',
      message: 'It takes nothing in this currency.',
    },
  ]);
  const page = await fetch(payment_url, { headers: { accept: 'text/html' } });
  expect(await page.text()).toContain('<p>It takes nothing in this currency.</p>');
});

test("in a browser the page's script runs under its policy, and asks Stripe.js for what is documented", async () => {
  const { payment_url } = await donations.aPledge();
  const intent = await donations.openForm(payment_url);
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    await page.setViewport({ width: 375, height: 700 });
    await page.setRequestInterception(true);
    page.on('request', (request: HTTPRequest) => {
      const isStripe = request.url().startsWith('https://js.stripe.com/');
      void (isStripe
        ? request.respond({ contentType: 'text/javascript', body: STAND_IN })
        : request.continue());
    });
    await page.goto(payment_url);
    await page.waitForSelector('button:enabled');
    await page.click('button');
    await page.waitForFunction(() => document.querySelector('[role=alert]')?.textContent !== '');
    expect(await page.$eval('[role=alert]', (alert) => alert.textContent)).toBe('Your card was declined.');
    expect(await page.evaluate('asked')).toEqual([
      ['Stripe', 'pk_test_local'],
      ['elements', `${intent}_secret_x1`],
      ['mount', 'payment', '#payment'],
      ['confirm', payment_url],
    ]);
    expect(complaints).toEqual([]);
  } finally {
    await browser.close();
  }
});
