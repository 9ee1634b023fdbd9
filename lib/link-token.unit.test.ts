import { expect, test } from '@jest/globals';
import { isTokenOf, tokenOf } from './link-token.ts';

test('a token opens what it was made for, and nothing else', () => {
  const token = tokenOf('a secret', 'receipt 1');
  expect(token).toMatch(/^[\w-]{43}$/);
  expect(isTokenOf('a secret', 'receipt 1', token)).toBe(true);
  expect(isTokenOf('a secret', 'receipt 2', token)).toBe(false);
  expect(isTokenOf('a secret', 'pledge 1', token)).toBe(false);
  expect(isTokenOf('another', 'receipt 1', token)).toBe(false);
});
