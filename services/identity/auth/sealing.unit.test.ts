import { expect, test } from '@jest/globals';
import { seal, unseal } from './sealing.ts';

const by = { secret: 'a secret', purpose: 'signing keys' as const };
const sealed = seal(by, 'a name', 'a private key');
const open = (bytes: Buffer, changes: object = {}, name = 'a name') =>
  unseal({ ...by, ...changes }, name, bytes)?.toString();

test('what was sealed opens by the same secret, for the same purpose, under the same name alone', () => {
  expect(open(sealed)).toBe('a private key');
  expect(open(sealed, { secret: 'another' })).toBeUndefined();
  expect(open(sealed, { purpose: 'authenticator apps' })).toBeUndefined();
  expect(open(sealed, {}, 'another')).toBeUndefined();
});

test('what was sealed says nothing, and is never the same twice', () => {
  expect(sealed.toString('latin1')).not.toContain('private');
  expect(seal(by, 'a name', 'a private key')).not.toEqual(sealed);
});

test.each([
  Buffer.of(),
  Buffer.of(1),
  Buffer.concat([sealed, Buffer.of(0)]),
  sealed.subarray(0, -1),
  Buffer.concat([Buffer.of(sealed[0]! ^ 1), sealed.subarray(1)]),
])('what was altered does not open: %#', (bytes) => {
  expect(open(bytes)).toBeUndefined();
});
