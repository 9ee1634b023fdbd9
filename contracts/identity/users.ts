import { Type, type Static } from '@sinclair/typebox';
import { defineAction, Email, exactly, Id, stringEnum, Time } from '../define.ts';
import { permissions, type Permission } from '../permissions.ts';
import { Line } from '../text.ts';

export const Name = Line(200);
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
  'users.read_contacts': defineAction({
    summary: 'Returns the names and e-mail addresses of these users. Those that do not exist are left out.',
    permission: 'internal',
    params: exactly({ user_ids: Type.Array(Id, { maxItems: 1000 }) }),
    result: exactly({ data: Type.Array(exactly({ user_id: Id, name: Name, email: Email })) }),
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
