import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startGateway, type TestGateway } from './fixture.test.ts';

const MB = 1024 * 1024;

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
  gateway.handlers['payments.receive_webhook'] = async () => ({ received: true });
});
afterAll(() => gateway.node.stop());

test.each([{}, { 'transfer-encoding': 'chunked' }])(
  'the body of a webhook may have 1 MB and not one byte more: %j',
  async (how) => {
    const send = (length: number) =>
      gateway.ask('POST', '/api/payments/webhooks/stripe', how, ' '.repeat(length));
    expect((await send(MB)).status).toBe(200);
    expect((await send(MB + 1)).json['code']).toBe('BODY_TOO_LARGE');
  },
);
