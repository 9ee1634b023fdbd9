import { readConfig } from '#config';
import { createNode } from '#lib/broker';
import { codeOf } from '#lib/errors';
import { action, type Meta, type Service } from '#lib/service';
import { world } from '#lib/world';
import { aCaller } from '#test/callers';
import { metaOf } from '#test/platform';
import { expect, jest, test } from '@jest/globals';

const secrets = { link_secret: 'l', caller_secret: 'c' };
const service = {
  broker: createNode(
    { logger: false },
    { ...readConfig({}), ...secrets, databases: {}, sandbox_webhook_secrets: [] },
    [],
  ),
} as unknown as Service;
const member = metaOf(secrets, { caller: aCaller() });

/** Calls an action as a node would. */
const call = ({ handler }: ReturnType<typeof action>, params: object, meta: Meta = {}) =>
  handler.call(service, { params, meta } as never);

function answering<N extends 'pledges.list' | 'payments.list' | 'campaigns.list' | 'campaigns.read_view'>(
  name: N,
) {
  const handler = jest.fn(async () => ({ data: [], next_cursor: null }));
  return { handler, action: action(name, handler as never) };
}

test('a caller who is not signed in gets SIGN_IN_REQUIRED before the parameters are checked', async () => {
  const { handler, action } = answering('pledges.list');
  await expect(call(action, { limit: 'all' })).rejects.toMatchObject({ type: 'SIGN_IN_REQUIRED' });
  expect(handler).not.toHaveBeenCalled();
});

test('a caller without the permission gets its name', async () => {
  const { handler, action } = answering('payments.list');
  await expect(call(action, { pledge_id: world.newId() }, member)).rejects.toMatchObject({
    type: 'PERMISSION_DENIED',
    data: { permission: 'payments:read' },
  });
  expect(handler).not.toHaveBeenCalled();
});

test('a handler gets no parameters but those of the contract', async () => {
  const { handler, action } = answering('pledges.list');
  await expect(call(action, { limit: 1, admin: true }, member)).rejects.toMatchObject({
    type: 'VALIDATION_FAILED',
  });
  expect(handler).not.toHaveBeenCalled();
  expect(await call(action, { limit: 1 }, member)).toEqual({ data: [], next_cursor: null });
});

test('public actions, and those between services, need no caller', async () => {
  await expect(call(answering('campaigns.list').action, {})).resolves.toBeDefined();
  await expect(call(answering('campaigns.read_view').action, { id: world.newId() })).resolves.toBeDefined();
});

test('an unavailable database is UNAVAILABLE to the caller; another error stays as it is', async () => {
  const disconnected = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
  const mistake = new TypeError('a mistake of ours');
  const failing = (error: Error) =>
    call(
      action('pledges.list', () => Promise.reject(error)),
      {},
      member,
    ).catch((thrown: unknown) => thrown);
  expect(codeOf(await failing(disconnected))).toBe('UNAVAILABLE');
  expect(await failing(mistake)).toBe(mistake);
});

test('a stack trace says which action failed', async () => {
  const broken = action('pledges.get', async () => {
    await Promise.resolve();
    throw new Error('broken');
  });
  const error = await call(broken, { id: world.newId() }).catch((thrown: Error) => thrown);
  expect((error as Error).stack).toMatch(/at (Object\.)?pledges\.get \(/);
});
