import type { Caller } from '#lib/caller';
import { codeOf } from '#lib/errors';
import { readCaller, signCaller } from '#lib/signed-caller';
import { aCaller } from '#test/callers';
import { expect, test } from '@jest/globals';
import { callerForgeries } from './caller-forgeries.fixture.ts';

const secret = 'the secret of the nodes';
const read = (signed: unknown) => {
  try {
    return readCaller(secret, signed);
  } catch (error) {
    return codeOf(error);
  }
};

test.each<[string, Caller]>([
  ['a member', aCaller()],
  ['an admin who signed in', { ...aCaller('admin'), login_session_id: 'a-session' }],
  ['somebody who may do nothing', { ...aCaller(), permissions: new Set() }],
  [
    'an organiser of two campaigns',
    {
      ...aCaller(),
      scoped: new Map([
        ['campaign:1', new Set(['campaigns:manage', 'campaigns:read_any'] as const)],
        ['campaign:2', new Set(['campaigns:manage'] as const)],
      ]),
    },
  ],
])('%s is read as they were signed', (_who, caller) => {
  expect(read(signCaller(secret, caller))).toEqual(caller);
  expect(read(signCaller(secret, caller))).toEqual(caller);
});

const signed = signCaller(secret, aCaller());

test.each(callerForgeries(secret, signed))('is refused: %s', (_what, forged) => {
  expect(read(forged)).toBe('CALLER_FORGED');
});

test('what was read under one secret is refused under another', () => {
  expect(read(signed)).toMatchObject({ scoped: new Map() });
  expect(() => readCaller('another secret', signed)).toThrow(
    expect.objectContaining({ type: 'CALLER_FORGED' }),
  );
});
