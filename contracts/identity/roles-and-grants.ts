// The contract of the service `permissions`: roles, who has them, and what they allow.
import { Type, type Static } from '@sinclair/typebox';
import { defineAction, defineMessage, exactly, Id, nullable, stringEnum, Time } from '../define.ts';
import { permissionNames } from '../permissions.ts';
import { described, Text } from '../text.ts';

export const RoleName = Type.String({
  maxLength: 40,
  pattern: '^[a-z][a-z0-9-]{1,39}$',
  description: 'from 2 to 40 lower-case letters, digits and hyphens',
});

const PermissionName = stringEnum(permissionNames);

/** What a grant or a check is about: its kind, and its id. */
const Resource = Type.String({
  maxLength: 105,
  pattern: '^[a-z][a-z-]{0,39}:[\\w-]{1,64}$',
  description: 'a kind and an id, such as campaign:0198c0de-0000-7000-8000-000000000000',
});

const MOST = 100;
const listOfRoles = (meaning: string) =>
  Type.Array(RoleName, { maxItems: MOST, uniqueItems: true, description: meaning });

const essence = {
  description: described(Text(1000), 'what it is for'),
  permissions: Type.Array(PermissionName, {
    maxItems: 1000,
    uniqueItems: true,
    description: 'what it allows by itself',
  }),
  inherits: listOfRoles('roles whose permissions it has as well'),
  excludes: listOfRoles('roles that nobody may have beside it'),
};

export const Role = exactly({
  name: RoleName,
  ...essence,
  built_in: Type.Boolean({ description: 'those stay as they are' }),
});
export type Role = Static<typeof Role>;

/** A role that a user has, everywhere or on one resource, for good or until a time. */
export const Grant = exactly({
  role: RoleName,
  resource: nullable(Resource),
  expires_at: nullable(Time),
  granted_by: nullable(Id),
  granted_at: Time,
});
export type Grant = Static<typeof Grant>;

const Change = Type.Partial(exactly(essence));

const Asked = {
  permission: PermissionName,
  user_id: Type.Optional(Id),
  resource: Type.Optional(Resource),
};

const on = { id: Id, name: RoleName, resource: Type.Optional(Resource) };

export const actions = {
  'permissions.list': defineAction({
    summary: 'Lists everything that can be permitted.',
    permission: 'account:read',
    route: 'GET /api/permissions',
    params: exactly({}),
    result: exactly({ data: Type.Array(exactly({ name: PermissionName, description: Type.String() })) }),
  }),
  'permissions.list_roles': defineAction({
    summary: 'Lists the roles.',
    permission: 'roles:read',
    route: 'GET /api/roles',
    params: exactly({}),
    result: exactly({ data: Type.Array(Role) }),
  }),
  'permissions.get_role': defineAction({
    summary: 'Returns a role.',
    permission: 'roles:read',
    route: 'GET /api/roles/:name',
    params: exactly({ name: RoleName }),
    result: Role,
    errors: ['ROLE_NOT_FOUND'],
  }),
  'permissions.create_role': defineAction({
    summary: 'Makes a role.',
    permission: 'roles:manage',
    route: 'POST /api/roles',
    status: 201,
    location: '/api/roles/:name',
    params: exactly({ name: RoleName, ...Change.properties }),
    result: Role,
    errors: ['ROLE_EXISTS', 'ROLE_NOT_FOUND', 'ROLE_CYCLE', 'ROLES_EXCLUDE', 'GRANT_EXCEEDS_OWN'],
  }),
  'permissions.update_role': defineAction({
    summary: 'Changes a role, for everybody who has it.',
    permission: 'roles:manage',
    route: 'PATCH /api/roles/:name',
    params: exactly({ name: RoleName, ...Change.properties }),
    result: Role,
    errors: ['ROLE_NOT_FOUND', 'ROLE_BUILT_IN', 'ROLE_CYCLE', 'ROLES_EXCLUDE', 'GRANT_EXCEEDS_OWN'],
  }),
  'permissions.delete_role': defineAction({
    summary: 'Deletes a role, and takes it from everybody who has it.',
    permission: 'roles:manage',
    route: 'DELETE /api/roles/:name',
    params: exactly({ name: RoleName }),
    result: Role,
    errors: ['ROLE_NOT_FOUND', 'ROLE_BUILT_IN', 'ROLE_INHERITED', 'GRANT_EXCEEDS_OWN'],
  }),
  'permissions.list_grants': defineAction({
    summary: 'Lists the roles of a user: your own, or with `roles:read` those of others.',
    permission: 'account:read',
    route: 'GET /api/users/:id/roles',
    params: exactly({ id: Id }),
    result: exactly({ data: Type.Array(Grant) }),
  }),
  'permissions.grant_role': defineAction({
    summary: 'Grants a role to a user, everywhere or on one resource; or changes when that ends.',
    permission: 'roles:grant',
    route: 'PUT /api/users/:id/roles/:name',
    params: exactly({ ...on, expires_at: Type.Optional(nullable(Time)) }),
    result: Grant,
    errors: ['USER_NOT_FOUND', 'ROLE_NOT_FOUND', 'ROLES_EXCLUDE', 'GRANT_EXCEEDS_OWN', 'LAST_ADMIN'],
  }),
  'permissions.revoke_role': defineAction({
    summary:
      'Takes a role from a user. It has ended everywhere within a second; repeating it changes nothing.',
    permission: 'roles:grant',
    route: 'DELETE /api/users/:id/roles/:name',
    params: exactly(on),
    result: exactly({ data: Type.Array(Grant, { description: 'what the user still has' }) }),
    errors: ['ROLE_NOT_FOUND', 'GRANT_EXCEEDS_OWN', 'LAST_ADMIN'],
  }),
  'permissions.check': defineAction({
    summary: 'Says whether you may do something, or with `permissions:check` whether others may.',
    permission: 'account:read',
    route: 'POST /api/permissions/check',
    params: exactly(Asked),
    result: exactly({ allowed: Type.Boolean() }),
  }),
  'permissions.check_batch': defineAction({
    summary: 'Answers up to 100 checks, in their order.',
    permission: 'account:read',
    route: 'POST /api/permissions/check-batch',
    params: exactly({ checks: Type.Array(exactly(Asked), { minItems: 1, maxItems: MOST }) }),
    result: exactly({ data: Type.Array(exactly({ allowed: Type.Boolean() })) }),
  }),
  'permissions.explain': defineAction({
    summary: 'Says by which roles something is allowed and what would end that, or what is missing.',
    permission: 'account:read',
    route: 'POST /api/permissions/explain',
    params: exactly(Asked),
    result: exactly({
      allowed: Type.Boolean(),
      paths: Type.Array(
        exactly({
          grant: exactly({ role: RoleName, resource: nullable(Resource), expires_at: nullable(Time) }),
          roles: Type.Array(RoleName, {
            description: 'from the role that was granted to the one that allows it',
          }),
        }),
      ),
      ended_by: Type.Array(exactly({ role: RoleName, resource: nullable(Resource) }), {
        description: 'the grants that would all have to be revoked',
      }),
      allowed_by: Type.Array(RoleName, { description: 'the roles that would allow it' }),
    }),
  }),
  'permissions.lay_down_admin': defineAction({
    summary: 'Takes the role admin from a user who deletes their account.',
    permission: 'internal',
    params: exactly({ user_id: Id }),
    result: exactly({}),
    errors: ['LAST_ADMIN'],
  }),
  'permissions.read_effective': defineAction({
    summary: 'Returns what a user may do, with these roles besides their own, until when that holds.',
    permission: 'internal',
    params: exactly({ user_id: Id, roles: Type.Array(RoleName) }),
    result: exactly({
      permissions: Type.Array(PermissionName),
      scoped: Type.Array(exactly({ resource: Resource, permissions: Type.Array(PermissionName) })),
      until: nullable(Time),
    }),
  }),
  'permissions.read_changes': defineAction({
    summary: 'Returns whose permissions changed after `since`: null asks where to begin.',
    permission: 'internal',
    params: exactly({ since: nullable(Type.Integer({ minimum: 0 })) }),
    result: exactly({
      seq: Type.Integer({ description: 'to ask with next' }),
      user_ids: Type.Array(Id),
      everybody: Type.Boolean({ description: 'a role has changed, or `since` is older than what is kept' }),
    }),
  }),
};

const change = exactly({ ...Role.properties });
const granted = { user_id: Id, role: RoleName, resource: nullable(Resource), by: nullable(Id), at: Time };

export const messages = {
  'role.changed': defineMessage({
    summary: 'A role was made, changed or deleted.',
    version: 1,
    key: 'name',
    payload: exactly({
      name: RoleName,
      before: nullable(change),
      after: nullable(change),
      by: nullable(Id),
      at: Time,
    }),
  }),
  'role.granted': defineMessage({
    summary: 'A user was given a role, or its end has changed.',
    version: 1,
    key: 'user_id',
    payload: exactly({ ...granted, expires_at: nullable(Time) }),
  }),
  'role.revoked': defineMessage({
    summary: 'A role was taken from a user.',
    version: 1,
    key: 'user_id',
    payload: exactly(granted),
  }),
};
