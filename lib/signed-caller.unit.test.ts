import type { Caller } from '#lib/caller';
import { codeOf } from '#lib/errors';
import { readCaller, signCaller } from '#lib/signed-caller';
import { aCaller } from '#test/callers';
import { expect, test } from '@jest/globals';
import { createHmac } from 'node:crypto';

const secret = 'the secret of the nodes';
const read = (signed: string) => {
  try {
    return readCaller(secret, signed);
  } catch (error) {
    return codeOf(error);
  }
};
const mac = (text: string, key = secret) => createHmac('sha256', key).update(text).digest('base64url');

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
const [, at = ''] = signed.split(' ');
const text = signed.slice(signed.indexOf(' ') + 1);
const aged = (ms: number) => text.replace(at, String(Number(at) + ms));

test.each([
  ['nothing', ''],
  ['a text', 'admin'],
  ['one without a signature', ` ${text}`],
  ['another signature', `${'A'.repeat(43)} ${text}`],
  ['a shortened signature', signed.slice(1)],
  ['the signature of another secret', `${mac(text, 'another')} ${text}`],
  ['more permissions under the old signature', `${signed},ops:retry`],
  ['another resource under the old signature', `${signed} campaign:1=campaigns:manage`],
  [
    'another user under the old signature',
    signed.replace(/[0-9a-f-]{36}/, '0198c0de-0000-7000-8000-000000000000'),
  ],
  ['one that is older than a minute', `${mac(aged(-61_000))} ${aged(-61_000)}`],
  ['one from the future', `${mac(aged(61_000))} ${aged(61_000)}`],
  ['one without a time', `${mac(text.replace(at, 'now'))} ${text.replace(at, 'now')}`],
])('is refused: %s', (_what, forged) => {
  expect(read(forged)).toBe('CALLER_FORGED');
});
