// Responses that must not be cached, and data that must not be logged.
import { world } from '#lib/world';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startGateway, type TestGateway } from './fixture.test.ts';

const id = world.newId();
let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.node.stop());

test('a response with tokens must not be cached', async () => {
  gateway.handlers['auth.login'] = async () => ({ access_token: 't' });
  const headers = { 'content-type': 'application/json' };
  const login = { email: 'ann@example.org', password: 'p' };
  const answer = await gateway.ask('POST', '/api/auth/login', headers, JSON.stringify(login));
  expect([answer.status, answer.headers['cache-control']]).toEqual([200, 'no-store']);
  const refusal = await gateway.ask('POST', '/api/auth/login', headers, '{}');
  expect([refusal.status, refusal.headers['cache-control']]).toEqual([400, 'no-store']);
});

test("a response to a guest's link must not be cached, and its token is never logged", async () => {
  const asked = () => gateway.ask('GET', `/api/pledges/${id}?token=a-secret`);
  gateway.handlers['pledges.get'] = async () => ({ id });
  const answer = await asked();
  expect([answer.status, answer.headers['cache-control']]).toEqual([200, 'no-store']);
  gateway.handlers['pledges.get'] = async () => {
    throw new Error('a mistake of ours');
  };
  const refusal = await asked();
  expect([refusal.status, refusal.headers['cache-control']]).toEqual([500, 'no-store']);
  expect(gateway.logged.at(-1)).toContain('a mistake of ours');
  expect(gateway.logged.join()).not.toContain('a-secret');
});
