import { expect, test } from '@jest/globals';
import { derive, masterSecretOf } from '#lib/postgres/secrets';

test('derives a secret of its own for each purpose, always the same', () => {
  expect(derive('master', 'tokens')).toBe(derive('master', 'tokens'));
  expect(derive('master', 'tokens')).not.toBe(derive('master', 'roles'));
  expect(derive('master', 'tokens')).not.toBe(derive('another', 'tokens'));
  expect(Buffer.from(derive('master', 'tokens'), 'base64url')).toHaveLength(32);
});

test('derives the master secret from the password alone, so that all nodes agree on it', () => {
  const secret = masterSecretOf('postgres://admin:p%40ss@10.0.0.1:5432/postgres');
  expect(masterSecretOf('postgres://admin:p%40ss@db.internal/other?sslmode=require')).toBe(secret);
  expect(masterSecretOf('postgres://admin:p%40sS@10.0.0.1:5432/postgres')).not.toBe(secret);
});

test('refuses a URL without a password, with the reason and the remedy', () => {
  expect(() => masterSecretOf('postgres://admin@10.0.0.1/postgres')).toThrow(
    /derived from it.*Give the role a password/s,
  );
});
