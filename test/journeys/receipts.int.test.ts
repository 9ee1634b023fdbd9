// From a donation to its receipt, over HTTP: for the donor, the organisation, admins, and a guest with the link.
import type { Params } from '#contracts';
import { world } from '#lib/world';
import { startFundraising, type Fundraising } from '#test/fundraising';
import { until } from '#test/platform';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { extractText, getDocumentProxy } from 'unpdf';
import { tokenOf } from '../../lib/link-token.ts';

let it: Fundraising;
beforeAll(async () => {
  it = await startFundraising();
});
afterAll(() => it?.platform.stop());

const keyed = () => ({ idempotency_key: world.newId() });
const year = new Date().getUTCFullYear();

/** A donation that was paid; returns its pledge, once the receipt is there. */
async function aDonation(changes: Partial<Params<'pledges.create'>> = {}, donor = it.donor) {
  const wish = { campaign_id: it.campaign_id, amount: 1000, currency: 'EUR', ...changes };
  const sender = changes.donor ? it.anyone : donor;
  const { pledge_id, payment_url } = await sender.call('pledges.create', wish, keyed());
  const payment_id = await it.provider.open(payment_url);
  await it.anyone.post(`/sandbox/payments/${payment_id}/capture`, {});
  await receiptsOf(pledge_id, 1);
  return { pledge_id, payment_id };
}

/** The receipts of a pledge, oldest first, once there are so many. */
const receiptsOf = (pledge_id: string, count: number) =>
  until(async () => {
    const { data } = await it.admin.call('receipts.list', { pledge_id, limit: 100 });
    return data.length >= count ? data.reverse() : null;
  });

async function textOf(pdf: string) {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(Buffer.from(pdf, 'base64'))), {
    mergePages: true,
  });
  return text.replace(/\s+/g, ' ');
}

const pathOf = (url: string | null) => url!.slice(it.platform.url.length);

test('a donor gets a receipt, on a page and as a PDF; a refund cancels it and leaves one for the rest', async () => {
  const donor = await it.anyone.register('Zoë Łukasiewicz');
  const { pledge_id } = await aDonation({}, donor);
  const { data } = await donor.call('receipts.list', {});
  expect(data).toHaveLength(1);
  const [receipt] = data;
  expect(receipt).toMatchObject({
    kind: 'RECEIPT',
    pledge_id,
    organisation_name: 'Olga',
    campaign_title: 'A well',
    donor: { name: 'Zoë Łukasiewicz', address: donor.user.email },
    amount: 1000,
    currency: 'EUR',
    cancelled_by: null,
  });
  expect(await donor.call('receipts.get', { id: receipt!.id })).toEqual(receipt);

  const { body: page } = await it.anyone.get(pathOf(receipt!.url));
  expect(page['html']).toContain('Zoë Łukasiewicz');
  expect(page['html']).toContain(receipt!.number);
  const link = /href="([^"]+\/pdf\?token=[^"]+)"/.exec(String(page['html']))![1]!;
  const { body: file } = await it.anyone.get(pathOf(link));
  expect(file['file_name']).toBe(`receipt-${receipt!.number}.pdf`);
  expect(await textOf(String(file['pdf']))).toContain('Zoë Łukasiewicz');

  await it.owner.call('pledges.refund', { id: pledge_id, amount: 300 }, keyed());
  const [first, second, third] = await receiptsOf(pledge_id, 3);
  expect(first).toMatchObject({ id: receipt!.id, cancelled_by: second!.id });
  expect(second).toMatchObject({ kind: 'CANCELLATION', cancels: receipt!.id, amount: 1000 });
  expect(third).toMatchObject({ kind: 'RECEIPT', amount: 700, cancelled_by: null });
  const { body: old } = await it.anyone.get(pathOf(first!.url));
  expect(old['html']).toContain('This receipt no longer counts');
});

test('a dispute takes the receipt back, and one that was won issues it anew', async () => {
  const { pledge_id, payment_id } = await aDonation();
  await it.anyone.post(`/sandbox/payments/${payment_id}/dispute`, {});
  expect((await receiptsOf(pledge_id, 2))[1]).toMatchObject({ kind: 'CANCELLATION', amount: 1000 });
  await it.anyone.post(`/sandbox/payments/${payment_id}/win`, {});
  expect((await receiptsOf(pledge_id, 3))[2]).toMatchObject({ kind: 'RECEIPT', amount: 1000 });
});

test('a guest opens a receipt by its link, and by nothing else', async () => {
  const guest = { name: '山田太郎', email: `${world.newId()}@example.org` };
  const { pledge_id } = await aDonation({ donor: guest });
  const [receipt] = await receiptsOf(pledge_id, 1);
  const { id, url } = receipt!;
  const token = new URL(url!).searchParams.get('token')!;
  expect(await it.anyone.call('receipts.get', { id, token })).toEqual(receipt);
  const { body: file, headers } = await it.anyone.get(pathOf(url!.replace('?', '/pdf?')));
  expect(headers.get('cache-control')).toBe('no-store');
  expect(await textOf(String(file['pdf']))).toContain('山田太郎');
  for (const wrong of ['', `?token=${'x'.repeat(43)}`, `?token=${otherToken(pledge_id)}`]) {
    expect((await it.anyone.get(`/api/receipts/${id}${wrong}`)).body['code']).toBe('RECEIPT_NOT_FOUND');
    expect((await it.anyone.get(`/receipts/${id}/pdf${wrong}`)).status).toBe(404);
  }
});

/** That of the pledge's link: it opens the pledge. */
const otherToken = (pledge_id: string) => tokenOf(it.platform.settings.link_secret, `pledge ${pledge_id}`);

test('an organisation sees its receipts, but not who gave without their name; strangers see none', async () => {
  const { pledge_id } = await aDonation({ anonymous: true });
  const { data } = await it.owner.call('receipts.list', { organisation_id: 'me', pledge_id });
  expect(data).toMatchObject([{ pledge_id, amount: 1000, donor: null, url: null }]);
  const { id } = data[0]!;
  expect(await it.owner.call('receipts.get', { id })).toEqual(data[0]);
  const { body } = await it.owner.get(`/receipts/${id}/pdf`);
  expect(await textOf(String(body['pdf']))).toContain('a donor who wishes to stay unknown');
  expect((await it.owner.call('receipts.list', {})).data).toEqual([]);

  const stranger = await it.anyone.register();
  expect((await stranger.call('receipts.list', { pledge_id })).data).toEqual([]);
  expect((await stranger.call('receipts.list', { organisation_id: 'me' })).data).toEqual([]);
  expect((await stranger.get(`/api/receipts/${id}`)).body['code']).toBe('RECEIPT_NOT_FOUND');
  const others = await stranger.get(`/api/receipts?organisation_id=${it.owner.user.id}`);
  expect([others.status, others.body['code']]).toEqual([403, 'PERMISSION_DENIED']);
  const odd = await stranger.get('/api/receipts?organisation_id=mine');
  expect(odd.body['errors']).toMatchObject([{ pointer: '/organisation_id' }]);
});

test('a year can be had as one statement, with its sums, as JSON and as a PDF', async () => {
  const donor = await it.anyone.register('Dana');
  const { pledge_id } = await aDonation({}, donor);
  await aDonation({ amount: 250 }, donor);
  await it.owner.call('pledges.refund', { id: pledge_id, amount: 100 }, keyed());
  await receiptsOf(pledge_id, 3);
  const statement = await donor.call('receipts.statement', { year });
  expect(statement).toMatchObject({
    year,
    donor: { name: 'Dana', address: donor.user.email },
    groups: [{ organisation_name: 'Olga', received_amount: 2150, cancelled_amount: 1000, total: 1150 }],
    sums: [{ currency: 'EUR', total: 1150 }],
  });
  expect(statement.groups[0]!.receipts).toHaveLength(4);
  const { body } = await donor.get(`/api/receipts/statements/${year}/pdf`);
  expect(body['file_name']).toBe(`statement-${year}.pdf`);
  const text = await textOf(String(body['pdf']));
  for (const said of ['Dana', 'Olga', '€11.50', '−€10.00']) expect(text).toContain(said);

  expect(await donor.call('receipts.statement', { year: year - 1 })).toMatchObject({ groups: [], sums: [] });
  expect((await it.anyone.get(`/api/receipts/statements/${year}`)).status).toBe(401);
  const { body: wrong } = await donor.get('/api/receipts/statements/19');
  expect(wrong['errors']).toMatchObject([{ pointer: '/year' }]);
});

test('receipts come a page at a time', async () => {
  const donor = await it.anyone.register();
  for (const amount of [1, 2, 3]) await aDonation({ amount }, donor);
  const first = await donor.call('receipts.list', { limit: 2 });
  expect(first.data.map(({ amount }) => amount)).toEqual([3, 2]);
  const second = await donor.call('receipts.list', { limit: 2, cursor: first.next_cursor! });
  expect(second.data.map(({ amount }) => amount)).toEqual([1]);
  expect(second.next_cursor).toBeNull();
});
