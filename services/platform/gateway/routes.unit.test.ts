import { actions, type ActionContract } from '#contracts';
import { expect, test } from '@jest/globals';
import { routesOf } from './routes.ts';

const contracts: Record<string, ActionContract> = actions;
const settings = { sandbox: true, payment_provider: 'sandbox' } as const;
const all = routesOf(undefined, settings);

test('an internal action behind a route stops the start', () => {
  const leak: ActionContract = { ...contracts['users.get']!, route: 'GET /api/users/:user_id' };
  expect(() => routesOf({ 'users.get': leak }, settings)).toThrow(
    'users.get is internal: no route may lead to it',
  );
});

test('a stream that only some may watch stops the start: one look is for all', () => {
  const leak: ActionContract = { ...contracts['totals.stream']!, permission: 'admin' };
  expect(() => routesOf({ 'totals.stream': leak }, settings)).toThrow(
    'totals.stream is not for anyone: nobody can watch it',
  );
});

test('the sandbox has no routes where it may not be used, or does not collect the money', () => {
  const inProduction = routesOf(undefined, { ...settings, sandbox: false });
  const besideStripe = routesOf(undefined, { ...settings, payment_provider: 'stripe' });
  const off = [...inProduction, ...besideStripe];
  expect(off.filter(({ path }) => path.startsWith('/sandbox/'))).toEqual([]);
  expect(all.filter(({ path }) => path.startsWith('/sandbox/'))).not.toEqual([]);
});

test('no two routes are alike', () => {
  const shapes = all.map(({ method, path }) => `${method} ${path.replaceAll(/:\w+/g, ':')}`);
  expect(new Set(shapes).size).toBe(shapes.length);
});

test('every field of a path is one of its contract', () => {
  for (const { contract, pathFields } of all) {
    expect(Object.keys((contract.params as unknown as { properties: object }).properties)).toEqual(
      expect.arrayContaining([...pathFields]),
    );
  }
});

test('what is created is found where its answer says', () => {
  const results: Record<string, unknown> = {
    'auth.register': { user: { id: '1' } },
    'campaigns.create': { id: '1' },
    'payments.payout': { id: '1' },
    'pledges.create': { pledge_id: '1' },
  };
  const creating = all.filter(({ contract }) => contract.creates);
  expect(creating.map(({ name }) => name).sort()).toEqual(Object.keys(results).sort());
  for (const { name, location } of creating) {
    const path = location!(results[name]);
    const isFound = all.some((route) => route.method === 'GET' && route.path.replace(/:\w+/, '1') === path);
    expect([name, path, isFound]).toEqual([name, path, true]);
  }
});
