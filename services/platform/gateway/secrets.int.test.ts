// What nobody may keep, and what may stand in no log.
import { world } from '#lib/world';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startGateway, type TestGateway } from './fixture.test.ts';

const id = world.newId();
let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.node.stop());

test('an answer with tokens in it is kept by nobody on the way', async () => {
  gateway.handlers['auth.login'] = async () => ({ access_token: 't' });
  const headers = { 'content-type': 'application/json' };
  const login = { email: 'ann@example.org', password: 'p' };
  const answer = await gateway.ask('POST', '/api/auth/login', headers, JSON.stringify(login));
  expect([answer.status, answer.headers['cache-control']]).toEqual([200, 'no-store']);
  const refusal = await gateway.ask('POST', '/api/auth/login', headers, '{}');
  expect([refusal.status, refusal.headers['cache-control']]).toEqual([400, 'no-store']);
});

test('an answer to the link of a guest is kept by nobody on the way, and its token is logged nowhere', async () => {
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
