import { expect, test } from '@jest/globals';
import { seal, unseal } from './signing-key.sealing.ts';

const sealed = seal('a secret', 'a name', 'a private key');

test('what was sealed opens by the same secret under the same name alone', () => {
  expect(unseal('a secret', 'a name', sealed)).toBe('a private key');
  expect(unseal('another', 'a name', sealed)).toBeUndefined();
  expect(unseal('a secret', 'another', sealed)).toBeUndefined();
});

test('what was sealed says nothing, and is never the same twice', () => {
  expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain('private');
  expect(seal('a secret', 'a name', 'a private key')).not.toBe(sealed);
});

test.each(['', 'x', `${sealed}AAAA`, sealed.slice(0, -4), `A${sealed.slice(1)}B`])(
  'what was altered does not open: %#',
  (text) => {
    expect(unseal('a secret', 'a name', text)).toBeUndefined();
  },
);
