import { expect, test } from '@jest/globals';
import { seal, unseal } from './sealing.ts';

const binding = { secret: 'a secret', purpose: 'a purpose', name: 'a name' };
const sealed = seal(binding, Buffer.from('a private key'));

test('what was sealed opens by the same secret, for the same purpose, under the same name alone', () => {
  expect(unseal(binding, sealed)?.toString()).toBe('a private key');
  expect(unseal({ ...binding, secret: 'another' }, sealed)).toBeUndefined();
  expect(unseal({ ...binding, purpose: 'another' }, sealed)).toBeUndefined();
  expect(unseal({ ...binding, name: 'another' }, sealed)).toBeUndefined();
});

test('what was sealed says nothing, and is never the same twice', () => {
  expect(sealed.toString('latin1')).not.toContain('private');
  expect(seal(binding, Buffer.from('a private key'))).not.toEqual(sealed);
});

test.each([
  ['nothing', Buffer.alloc(0)],
  ['a byte', Buffer.from('x')],
  ['more', Buffer.concat([sealed, Buffer.from('x')])],
  ['less', sealed.subarray(0, -1)],
  ['another nonce', Buffer.concat([Buffer.from([sealed[0]! ^ 1]), sealed.subarray(1)])],
])('what was altered does not open: %s', (_what, bytes) => {
  expect(unseal(binding, bytes)).toBeUndefined();
});
