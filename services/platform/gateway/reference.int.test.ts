import { openBrowser } from '#test/browser';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'puppeteer-core';
import { startGateway, type TestGateway } from './fixture.test.ts';

let gateway: TestGateway;
let browser: Browser;

beforeAll(async () => {
  [gateway, browser] = await Promise.all([startGateway(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await gateway?.node.stop();
});

test('the reference shows an operation, asks no other origin for anything and has no complaint', async () => {
  const page = await browser.newPage();
  const [asked, complaints]: [string[], string[]] = [[], []];
  page.on('request', (request) => asked.push(request.url()));
  page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(`${gateway.url}/docs#/pledges/pledges.create`);
  const operation = await page.waitForSelector('.opblock.is-open .responses-wrapper', { timeout: 0 });
  const text = await operation!.evaluate((it) => it.closest('.opblock')!.textContent);
  expect(text).toContain('Idempotency-Key');
  expect(text).toContain('CAMPAIGN_NOT_FOUND: No such campaign.');
  expect(await page.$eval('.title', (it) => it.textContent)).toContain('Commonweal');

  const elsewhere = asked.filter((url) => !url.startsWith(`${gateway.url}/`) && !url.startsWith('data:'));
  expect(elsewhere).toEqual([]);
  expect(asked).toContain(`${gateway.url}/openapi.json`);
  expect(complaints).toEqual([]);
  await page.close();
});

const FILES = [
  '/docs',
  '/docs/start.js',
  '/docs/swagger-ui-bundle.js',
  '/docs/swagger-ui.css',
  '/openapi.json',
];

test.each(FILES)('%s is sent once to who keeps it, and compressed to who asks', async (path) => {
  const ask = async (headers: Record<string, string>) => {
    const answer = await fetch(`${gateway.url}${path}`, {
      headers: { 'accept-encoding': 'identity', ...headers },
    });
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  };
  const [plain, zipped] = [await ask({}), await ask({ 'accept-encoding': 'gzip, br' })];
  expect([plain.status, plain.headers.get('content-encoding')]).toEqual([200, null]);
  expect([zipped.status, zipped.headers.get('content-encoding')]).toEqual([200, 'gzip']);
  expect(zipped.text).toBe(plain.text);
  const etag = plain.headers.get('etag')!;
  expect(zipped.headers.get('etag')).not.toBe(etag);
  const again = await ask({ 'if-none-match': `"other", W/${etag}` });
  expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', etag]);
  expect((await ask({ 'if-none-match': '"other"' })).status).toBe(200);
  expect((await ask({ 'accept-encoding': 'gzip;q=0' })).headers.get('content-encoding')).toBeNull();
});

test('the page of the reference may load nothing from elsewhere, and nobody may frame it', async () => {
  const { headers } = await gateway.ask('GET', '/docs');
  const csp = String(headers['content-security-policy']);
  expect(csp).toContain("default-src 'none'");
  expect(csp).toContain("frame-ancestors 'none'");
  expect(csp).not.toMatch(/https?:|unsafe|\*/);
});
