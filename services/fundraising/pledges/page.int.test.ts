import { world } from '#lib/world';
import { openBrowser } from '#test/browser';
import { startFundraising, type Fundraising } from '#test/fundraising';
import { until } from '#test/platform';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'puppeteer-core';

const PHONE = { width: 360, height: 740, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
const DESK = { width: 1280, height: 900 };
const FORM_TYPE = 'application/x-www-form-urlencoded';

let it: Fundraising;
let browser: Browser;
let page: Page | undefined;
/** The browser's errors: a style that the policy refuses, say. */
const complaints: string[] = [];

beforeAll(async () => {
  [it, browser] = await Promise.all([startFundraising(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await it?.platform.stop();
});
afterEach(async () => {
  await page?.close();
  page = undefined;
});

const guest = { donor: { name: 'Greta', email: 'greta@example.org' } };

/** Pledges 12.50 EUR; as a guest, unless `who` is signed in. */
async function aPledge(changes: object = guest, who: Pick<Fundraising['anyone'], 'call'> = it.anyone) {
  const { pledge_id, payment_url } = await who.call(
    'pledges.create',
    { campaign_id: it.campaign_id, amount: 1250, currency: 'EUR', ...changes },
    { idempotency_key: world.newId() },
  );
  const { url } = await it.platform.call('pledges.read_link', { pledge_id });
  const { pathname, search } = new URL(url);
  return {
    pledge_id,
    payment_url,
    url,
    path: pathname,
    token: search.slice('?token='.length),
    at: pathname + search,
  };
}

/** Opens the link of the e-mail on a phone with JavaScript off. */
async function visit(url: string): Promise<Page> {
  page = await browser.newPage();
  page.on('console', (message) => complaints.push(message.text()));
  await page.setViewport(PHONE);
  await page.setJavaScriptEnabled(false);
  await page.goto(url);
  return page;
}
/** Taps on what has this text. Puppeteer's own click waits for a script of its own, which this page does not run. */
async function press(at: Page, what: string) {
  const target = (await at.$(what))!;
  await target.scrollIntoView();
  const { x, y, width, height } = (await target.boundingBox())!;
  await Promise.all([at.waitForNavigation(), at.touchscreen.tap(x + width / 2, y + height / 2)]);
}
const shown = (at: Page) => at.$eval('main', (main) => main.textContent);
const form = (path: string, fields: Record<string, string>) =>
  it.anyone.send('POST', path, {
    body: new URLSearchParams(fields).toString(),
    headers: { 'content-type': FORM_TYPE },
  });

test('a guest opens their link, pays from there, and sees that it is paid', async () => {
  const { pledge_id, url } = await aPledge({ ...guest, message: 'For <b>Ida</b>' });
  const at = await visit(url);
  expect(await shown(at)).toContain('A well');
  expect(await shown(at)).toContain('Not paid yet');
  expect(await shown(at)).toContain('For <b>Ida</b>');
  await press(at, 'a.act');
  expect(at.url()).toContain('/sandbox/payments/');
  await press(at, 'button.pay');
  await until(async () => (await it.admin.call('pledges.get', { id: pledge_id })).status === 'COMPLETED');
  await at.goto(url);
  expect(await shown(at)).toContain('Paid. Thank you!');
  expect(await at.$('a.act')).toBeNull();
  expect(await at.$('button::-p-text(Cancel)')).toBeNull();
});

test('a guest changes their words, and takes the pledge back', async () => {
  const { pledge_id, url } = await aPledge();
  const at = await visit(url);
  await at.type('textarea', 'For Ida');
  await at.$eval('input[type=checkbox]', (box) => box.setAttribute('checked', ''));
  await press(at, 'button::-p-text(Save)');
  expect(at.url()).toBe(url);
  expect(await it.admin.call('pledges.get', { id: pledge_id })).toMatchObject({
    message: 'For Ida',
    anonymous: true,
  });
  await press(at, 'button::-p-text(Cancel this pledge)');
  expect(at.url()).toBe(url);
  expect(await shown(at)).toContain('This pledge was cancelled');
});

test.each([PHONE, DESK])(
  'the page fits a window of $width, its controls a thumb; its policy permits its style',
  async (viewport) => {
    const { url } = await aPledge({ ...guest, message: 'w'.repeat(1000) });
    const at = await visit(url);
    await at.setJavaScriptEnabled(true);
    await at.setViewport(viewport);
    const { overflow, heights, padding } = await at.evaluate(() => ({
      overflow: document.documentElement.scrollWidth - innerWidth,
      heights: [...document.querySelectorAll('button, a.act, textarea, label.tick')].map(
        (it) => it.getBoundingClientRect().height,
      ),
      padding: getComputedStyle(document.querySelector('.standing')!).padding,
    }));
    expect(overflow).toBeLessThanOrEqual(0);
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(44); // WCAG 2.2, 2.5.5
    expect(padding).toBe('16px');
    expect(complaints).toEqual([]);
  },
);

test('the link of a donor with an account shows the pledge and its payment, and changes nothing', async () => {
  const { at, token, pledge_id, payment_url, path } = await aPledge({ message: 'For Ida' }, it.donor);
  const { body } = await it.anyone.get(at);
  expect(body['html']).toContain(payment_url);
  expect(body['html']).toContain('For Ida');
  expect(body['html']).not.toContain('<form');
  expect((await form(`${path}/cancel`, { token })).status).toBe(404);
  expect((await form(path, { token, message: '' })).status).toBe(404);
  expect(await it.donor.call('pledges.get', { id: pledge_id })).toMatchObject({
    status: 'PENDING',
    message: 'For Ida',
  });
});

test('without its link nobody sees the page or presses its buttons', async () => {
  const { path } = await aPledge();
  const { token } = await aPledge();
  for (const wrong of ['', `?token=${token}`])
    expect((await it.anyone.get(path + wrong)).body).toMatchObject({ code: 'PLEDGE_NOT_FOUND' });
  expect((await it.donor.get(path)).status).toBe(404);
  expect((await form(path, { token, message: 'Mine now' })).status).toBe(404);
  expect((await form(`${path}/cancel`, {})).status).toBe(404);
});

test('a button that is pressed twice leads back to the page twice', async () => {
  const { path, token, at } = await aPledge();
  const pressed = await Promise.all([1, 2].map(() => form(`${path}/cancel`, { token })));
  expect(pressed.map(({ status, headers }) => [status, headers.get('location')])).toEqual([
    [303, at],
    [303, at],
  ]);
});

test('a message may have as many characters in a form as elsewhere, however its lines end', async () => {
  const { path, token, pledge_id } = await aPledge();
  const longest = 'a\n'.repeat(500);
  expect((await form(path, { token, message: longest.replaceAll('\n', '\r\n') })).status).toBe(303);
  expect((await it.admin.call('pledges.get', { id: pledge_id })).message).toBe(longest);
  expect((await form(path, { token, message: 'a'.repeat(1001) })).body).toMatchObject({
    code: 'VALIDATION_FAILED',
    errors: [{ pointer: '/message' }],
  });
  expect((await form(path, { token, message: ' ' })).status).toBe(303);
  expect((await it.admin.call('pledges.get', { id: pledge_id })).message).toBeNull();
});

test('where a pledge is shown, so is where to pay it, for as long as that is wanted', async () => {
  const { pledge_id, payment_url } = await aPledge({}, it.donor);
  const urls = async () => [
    (await it.donor.call('pledges.get', { id: pledge_id })).payment_url,
    (await it.donor.call('pledges.list', {})).data.find(({ id }) => id === pledge_id)!.payment_url,
  ];
  expect(await urls()).toEqual([payment_url, payment_url]);
  const payment_id = await it.provider.open(payment_url);
  await it.anyone.post(`/sandbox/payments/${payment_id}/fail`, {});
  await it.platform.quiet();
  expect(await urls()).toEqual([payment_url, payment_url]);
  await it.anyone.post(`/sandbox/payments/${payment_id}/capture`, {});
  await it.platform.quiet();
  expect(await urls()).toEqual([null, null]);
});
