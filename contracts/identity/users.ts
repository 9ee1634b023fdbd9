import { Type, type Static } from '@sinclair/typebox';
import { defineAction, Email, exactly, Id, stringEnum, Time } from '../define.ts';
import { permissions, type Permission } from '../permissions.ts';

export const Name = Type.String({
  minLength: 1,
  maxLength: 200,
  // Postgres keeps no NUL; the others of its kind would forge lines where names are printed.
  pattern: '^(?=.*\\S)[^\\u0000-\\u001f\\u007f]*$',
  description: 'from 1 to 200 characters, not all blank, without control characters',
});
export const PermissionName = stringEnum(Object.keys(permissions) as Permission[]);

export const User = exactly({
  id: Id,
  email: Email,
  name: Name,
  permissions: Type.Array(PermissionName),
  created_at: Time,
});
export type User = Static<typeof User>;

/** A user before they are saved. */
export const Profile = exactly({
  user_id: Id,
  email: Email,
  name: Name,
  permissions: Type.Array(PermissionName),
});

export const actions = {
  'users.create': defineAction({
    summary: 'Saves the profile of a new account. Repeating it with the same user_id changes nothing.',
    permission: 'internal',
    params: Profile,
    result: User,
  }),
  'users.get': defineAction({
    summary: 'Returns a user.',
    permission: 'internal',
    params: exactly({ user_id: Id }),
    result: User,
    errors: ['USER_NOT_FOUND'],
  }),
  'users.read_names': defineAction({
    summary: 'Returns the names of users; one who does not exist is left out.',
    permission: 'internal',
    params: exactly({ user_ids: Type.Array(Id, { maxItems: 100 }) }),
    result: exactly({ data: Type.Array(exactly({ user_id: Id, name: Name })) }),
  }),
  'users.me': defineAction({
    summary: 'Returns the signed-in user.',
    permission: 'donor',
    route: 'GET /api/users/me',
    params: exactly({}),
    result: User,
    errors: ['USER_NOT_FOUND'],
  }),
};
