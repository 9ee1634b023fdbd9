import { world } from '#lib/world';
import { openBrowser } from '#test/browser';
import { startFundraising, type Fundraising } from '#test/fundraising';
import { until } from '#test/platform';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'puppeteer-core';

const PHONE = { width: 390, height: 844, deviceScaleFactor: 2, isMobile: true, hasTouch: true };

let it: Fundraising;
let browser: Browser;
let page: Page;
/** The browser's errors: a style that the policy refuses, say. */
const complaints: string[] = [];

beforeAll(async () => {
  [it, browser] = await Promise.all([startFundraising(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await it?.platform.stop();
});
afterEach(() => page?.close());

/** A donor pledges 12.50 EUR to a new campaign and follows the link, on a phone with JavaScript off. */
async function aDonorAtTheCheckout() {
  const { id: campaign_id } = await it.owner.call('campaigns.create', {
    title: 'A well',
    description: '',
    goal_amount: 100_000,
    currency: 'EUR',
  });
  await it.owner.call('campaigns.publish', { id: campaign_id });
  const { pledge_id, payment_url } = await it.donor.call(
    'pledges.create',
    { campaign_id, amount: 1250, currency: 'EUR' },
    { idempotency_key: world.newId() },
  );
  page = await browser.newPage();
  page.on('console', (message) => complaints.push(message.text()));
  await page.setViewport(PHONE);
  await page.setJavaScriptEnabled(false);
  await page.goto(payment_url);
  const becomes = (status: string) =>
    until(async () => (await it.donor.call('pledges.get', { id: pledge_id })).status === status);
  const total = async () => (await it.anyone.call('totals.get', { campaign_id })).total;
  return { pledge_id, becomes, total };
}

/** Taps on the button. Puppeteer's own click waits for a script of its own, which this page does not run. */
const press = async (text: string) => {
  const { x, y, width, height } = (await (await page.$(`button::-p-text(${text})`))!.boundingBox())!;
  await Promise.all([page.waitForNavigation(), page.touchscreen.tap(x + width / 2, y + height / 2)]);
};
const shown = () => page.$eval('main', (main) => main.textContent);

test('a donor pays on a phone, without JavaScript, and the campaign has the money', async () => {
  const { becomes, total } = await aDonorAtTheCheckout();
  expect(await page.$eval('body', ({ textContent }) => textContent)).toContain('No real money');
  expect(await shown()).toContain('€12.50');
  await press('Pay €12.50');
  expect(await shown()).toContain('Paid. Thank you!');
  await becomes('COMPLETED');
  await until(async () => (await total()) === 1250);
  expect(await page.$('form')).toBeNull();
});

test('the page fits a phone, its buttons a thumb, and its own policy permits its style', async () => {
  await aDonorAtTheCheckout();
  await page.setJavaScriptEnabled(true);
  const { overflow, heights, ground } = await page.evaluate(() => ({
    overflow: document.documentElement.scrollWidth - innerWidth,
    heights: [...document.querySelectorAll('button')].map((button) => button.getBoundingClientRect().height),
    ground: getComputedStyle(document.body).backgroundColor,
  }));
  expect(overflow).toBeLessThanOrEqual(0);
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(44); // WCAG 2.2, 2.5.5
  expect(ground).not.toBe('rgba(0, 0, 0, 0)');
  expect(complaints).toEqual([]);
});

test('a donor who is declined sees that, and pays at the second attempt', async () => {
  const { becomes } = await aDonorAtTheCheckout();
  await press('Decline');
  expect(await shown()).toContain('The payment was declined');
  await becomes('FAILED');
  await press('Try again');
  await becomes('COMPLETED');
});

test('a donor who leaves may come back', async () => {
  const { becomes } = await aDonorAtTheCheckout();
  await press('Abandon');
  expect(await shown()).toContain('You left without paying');
  await press('Pay €12.50');
  await becomes('COMPLETED');
});

test('webhooks that come three times, the last first, end the same', async () => {
  const { pledge_id, becomes, total } = await aDonorAtTheCheckout();
  await page.$eval('#duplicate', (field) => field.setAttribute('value', '3'));
  await page.select('#reorder', 'true');
  await press('Pay €12.50');
  await becomes('COMPLETED');
  await it.platform.quiet();
  expect(await total()).toBe(1250);
  const { data: payments } = await it.admin.call('payments.list', { purpose_id: pledge_id });
  const { data } = await it.admin.call('payments.list_payment_webhooks', { id: payments[0]!.id });
  expect(data.map(({ type }) => type)).toEqual([
    'settlement.confirmed',
    'payment.captured',
    'payment.authorized',
  ]);
});
