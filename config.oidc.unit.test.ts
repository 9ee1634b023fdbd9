import { readConfig } from '#config';
import { complaintOf } from '#test/complaint';
import { expect, test } from '@jest/globals';

const trusted = { OIDC_ISSUER: 'https://id.example/realms/give', OIDC_AUDIENCE: 'commonweal' };
test('tokens of another provider are taken where it is named with an audience', () => {
  expect(readConfig(trusted).oidc).toEqual({
    issuer: 'https://id.example/realms/give',
    audience: 'commonweal',
    roles_claim: 'realm_access.roles',
    roles: new Map(),
  });
});

test('a role there gives one or several here', () => {
  const { oidc } = readConfig({
    ...trusted,
    OIDC_ROLES: 'staff=support, root=admin,root=operator',
    OIDC_ROLES_CLAIM: 'groups',
  });
  expect(oidc).toMatchObject({ roles_claim: 'groups' });
  expect([...oidc!.roles]).toEqual([
    ['staff', ['support']],
    ['root', ['admin', 'operator']],
  ]);
});

test.each([
  [{ OIDC_ISSUER: trusted.OIDC_ISSUER }, 'come together'],
  [{ OIDC_AUDIENCE: 'commonweal' }, 'come together'],
  [{ ...trusted, OIDC_ISSUER: 'id.example' }, 'http(s) URL of an OpenID Connect provider'],
  [{ ...trusted, OIDC_ROLES: 'staff' }, 'pairs of a role there and one here'],
  [{ ...trusted, OIDC_ROLES: 'staff=Support' }, 'pairs of a role there and one here'],
  [{ ...trusted, OIDC_ROLES_CLAIM: 'a..b' }, 'the path of a claim'],
])('%p is refused, and it is said why', (env, reason) => {
  expect(complaintOf(env)).toContain(reason);
});
