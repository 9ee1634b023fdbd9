import { actions, type ActionContract } from '#contracts';
import { expect, test } from '@jest/globals';
import { routesOf } from './routes.ts';

const contracts: Record<string, ActionContract> = actions;
const settings = { disabled_services: [] };
const all = routesOf(undefined, settings);

test('an internal action behind a route stops the start', () => {
  const leak: ActionContract = { ...contracts['users.get']!, route: 'GET /api/users/:user_id' };
  expect(() => routesOf({ 'users.get': leak }, settings)).toThrow(
    'users.get is internal: no route may lead to it',
  );
});

test('a stream that only some may watch stops the start: one read serves all', () => {
  const leak: ActionContract = { ...contracts['totals.stream']!, permission: 'ops:read' };
  expect(() => routesOf({ 'totals.stream': leak }, settings)).toThrow(
    'totals.stream is not for anyone: nobody can watch it',
  );
});

test('an export without a caller stops the start: it is limited by caller', () => {
  const open: ActionContract = { ...contracts['pledges.export']!, permission: 'anyone' };
  expect(() => routesOf({ 'pledges.export': open }, settings)).toThrow(
    'pledges.export is for anyone: an export needs a caller',
  );
});

test('a disabled service has no routes', () => {
  const off = routesOf(undefined, { disabled_services: ['sandbox'] });
  expect(off.filter(({ service }) => service === 'sandbox')).toEqual([]);
  expect(all.filter(({ service }) => service === 'sandbox')).not.toEqual([]);
});

test('no two routes are equal', () => {
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

test('what was created is found at its location', () => {
  const creating = all.filter(({ status }) => status === 201);
  expect(creating.map(({ name }) => name)).toContain('pledges.create');
  for (const { name, contract, location } of creating) {
    const { properties } = contract.result as unknown as { properties: object };
    const result = Object.fromEntries(Object.keys(properties).map((field) => [field, '1']));
    const path = location!(result);
    const isFound = all.some((route) => route.method === 'GET' && route.path.replace(/:\w+/, '1') === path);
    expect([name, path, isFound]).toEqual([name, path, true]);
  }
});

test('a redirect leads to the URL in the result, unchanged', () => {
  const { location } = all.find(({ name }) => name === 'payments.checkout')!;
  expect(location!({ location: 'https://pay.example/a:b?c=:d' })).toBe('https://pay.example/a:b?c=:d');
});
