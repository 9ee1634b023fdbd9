import { expect, test } from '@jest/globals';
import type { JWTPayload } from 'jose';
import { issuerOf, rolesIn } from './outside-tokens.ts';

const roles = new Map([
  ['staff', ['support']],
  ['root', ['admin', 'operator']],
]);
const found = (claims: JWTPayload, roles_claim = 'realm_access.roles') =>
  rolesIn(claims, { roles_claim, roles });

test('roles are read from wherever the provider puts them, each once, and unknown ones give nothing', () => {
  expect(found({ realm_access: { roles: ['root', 'staff', 'staff', 'other'] } })).toEqual([
    'admin',
    'operator',
    'support',
  ]);
  expect(found({ groups: ['staff'] }, 'groups')).toEqual(['support']);
  expect(found({ scope: 'openid staff' }, 'scope')).toEqual(['support']);
});

test.each([
  {},
  { realm_access: null },
  { realm_access: { roles: 5 } },
  { realm_access: { roles: [['root'], null] } },
  { realm_access: [] },
])('a claim that is not what it should be gives no role: %j', (claims) => {
  expect(found(claims)).toEqual([]);
  expect(found(claims, 'constructor.name')).toEqual([]);
});

test.each([
  '',
  'a',
  'a.b.c',
  `a.${Buffer.from('null').toString('base64url')}.c`,
  `a.${Buffer.from('"x"').toString('base64url')}.c`,
])('what is no token names no issuer: %j', (token) => {
  expect(issuerOf(token)).toBeUndefined();
});
