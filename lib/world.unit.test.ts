import { uuidv5, addMs, world } from '#lib/world';
import { expect, test } from '@jest/globals';

test('ids are UUIDs of version 7, and no two are the same', () => {
  const ids = Array.from({ length: 10_000 }, world.newId);
  expect(new Set(ids).size).toBe(ids.length);
  const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
  expect(ids.filter((id) => !shape.test(id))).toEqual([]);
});

test('later ids are larger, however many a millisecond has', () => {
  const ids = Array.from({ length: 20_000 }, world.newId);
  expect(ids.toSorted()).toEqual(ids);
});

test('ids begin with their millisecond', () => {
  const millisecondOf = (id: string) => parseInt(id.replaceAll('-', '').slice(0, 12), 16);
  const [before_ms, early, after_ms] = [Date.now(), world.newId(), Date.now()];
  expect(millisecondOf(early)).toBeGreaterThanOrEqual(before_ms);
  expect(millisecondOf(early)).toBeLessThanOrEqual(after_ms);
});

test("the id of a name is its UUID of version 5 in the platform's namespace", () => {
  // By Python's uuid.uuid5, in 5c0a5b1e-6f0f-4c56-b6ae-3f0d1f6a7c21.
  expect(uuidv5('payment of a pledge')).toBe('d751d8ef-7d5f-50c3-8af3-f1103de0841a');
  expect(uuidv5('größe')).toBe('ca343fa5-04a5-5923-bb1b-389be44648cf');
});

test('secrets have as many bytes as asked for, and no two are the same', () => {
  const secrets = Array.from({ length: 100 }, () => world.newSecret(32));
  expect(new Set(secrets).size).toBe(100);
  expect(secrets.map((secret) => Buffer.from(secret, 'base64url').length)).toEqual(Array(100).fill(32));
  expect(secrets.join('')).toMatch(/^[\w-]+$/);
});

test('sleepUnless ends at once when it is woken, or after its time', async () => {
  await world.sleepUnless(Promise.resolve(), 24 * 3_600_000);
  await world.sleepUnless(new Promise(() => {}), 1);
});

test('addMs returns UTC, with milliseconds', () => {
  expect(addMs('2026-12-31T23:59:59Z', 1500)).toBe('2027-01-01T00:00:00.500Z');
});
