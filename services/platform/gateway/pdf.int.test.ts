import { fail } from '#lib/errors';
import { world } from '#lib/world';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startGateway, type TestGateway } from './fixture.test.ts';

const path = `/receipts/${world.newId()}/pdf`;
// No text: a byte that is no UTF-8 must arrive as it is.
const bytes = Buffer.from([0x25, 0x50, 0x44, 0x46, 0x00, 0xff]);

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway?.node.stop());

test('a PDF is sent as its bytes, to be shown and saved under its name, and nobody caches it', async () => {
  gateway.handlers['receipts.pdf'] = async () => ({
    pdf: bytes.toString('base64'),
    file_name: 'receipt-2026-000017.pdf',
  });
  const response = await fetch(`${gateway.url}${path}`);
  expect(response.status).toBe(200);
  expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'application/pdf',
    'content-length': String(bytes.length),
    'content-disposition': 'inline; filename="receipt-2026-000017.pdf"',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
});

test('instead of a PDF a browser gets a problem as a page, a program as JSON', async () => {
  gateway.handlers['receipts.pdf'] = async () => {
    throw fail('RECEIPT_NOT_FOUND');
  };
  const typeFor = async (accept: string) => {
    const { status, headers } = await fetch(`${gateway.url}${path}`, { headers: { accept } });
    return [status, headers.get('content-type')];
  };
  expect(await typeFor('text/html')).toEqual([404, 'text/html; charset=utf-8']);
  expect(await typeFor('*/*')).toEqual([404, 'application/problem+json']);
});
