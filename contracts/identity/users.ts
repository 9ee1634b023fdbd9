import { Type, type Static } from '@sinclair/typebox';
import { permissionNames } from '../permissions.ts';
import {
  defineAction,
  defineMessage,
  Email,
  exactly,
  HtmlPage,
  Id,
  nullable,
  paginated,
  pagination,
  stringEnum,
  Time,
} from '../define.ts';
import { Line } from '../text.ts';
import { PersonalDocument } from './personal-document.ts';

export const Name = Line(200);
export const PermissionName = stringEnum(permissionNames);

export const User = exactly({
  id: Id,
  email: Email,
  name: Name,
  /** Whether its owner has shown that they get what is sent there. */
  email_verified: Type.Boolean(),
  created_at: Time,
});
export type User = Static<typeof User>;

/** A user before they are saved. */
export const Profile = exactly({
  user_id: Id,
  email: Email,
  name: Name,
});

const version = Type.Integer({ minimum: 1 });

const token = Type.String({ minLength: 1, maxLength: 200, description: 'of the link in the e-mail' });

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
    summary: 'Returns the signed-in user, with what they may do everywhere.',
    permission: 'account:read',
    route: 'GET /api/users/me',
    params: exactly({}),
    result: exactly({ ...User.properties, version, permissions: Type.Array(PermissionName) }),
    errors: ['USER_NOT_FOUND'],
  }),
  'users.read': defineAction({
    summary: 'Returns a user.',
    permission: 'users:read',
    route: 'GET /api/users/:id',
    params: exactly({ id: Id }),
    result: User,
    errors: ['USER_NOT_FOUND'],
  }),
  'users.list': defineAction({
    summary: 'Lists users, newest first; `q` is part of a name or an address.',
    permission: 'users:read',
    route: 'GET /api/users',
    params: exactly({
      ...pagination,
      q: Type.Optional(
        Type.String({ minLength: 1, maxLength: 200, description: 'part of a name or an address' }),
      ),
    }),
    result: paginated(User),
  }),
  'users.export_data': defineAction({
    summary:
      'Returns all that the platform keeps of the signed-in user, as a file: why, who gets it, for how long, and every row. It is whole, or cut off.',
    permission: 'account:read',
    route: 'GET /api/users/me/data',
    produces: 'application/json',
    document: PersonalDocument,
    params: exactly({ cursor: Type.Optional(Type.String({ maxLength: 400 })) }),
    result: exactly({ text: Type.String(), next_cursor: nullable(Type.String()) }),
    errors: ['USER_NOT_FOUND'],
  }),
  'users.update': defineAction({
    summary: 'Changes the name of the signed-in user.',
    permission: 'account:update',
    route: 'PATCH /api/users/me',
    params: exactly({ name: Name }),
    result: exactly({ ...User.properties, version }),
    errors: ['USER_NOT_FOUND'],
  }),
  'users.request_verification': defineAction({
    summary: 'Sends the signed-in user a link by e-mail, with which they verify their address.',
    permission: 'account:update',
    route: 'POST /api/users/me/verification',
    status: 202,
    params: exactly({}),
    result: exactly({ email: Email, expires_at: Time }),
    errors: ['USER_NOT_FOUND', 'EMAIL_ALREADY_VERIFIED', 'VERIFICATION_TOO_OFTEN'],
  }),
  'users.verification_page': defineAction({
    summary:
      'Shows the page on which an address is verified. To open it changes nothing: programs open links, too.',
    permission: 'anyone',
    route: 'GET /verify-email',
    produces: 'text/html',
    secret: true,
    security: 'none',
    params: exactly({ token }),
    result: HtmlPage,
    errors: ['VERIFICATION_LINK_INVALID'],
  }),
  'users.verify': defineAction({
    summary: 'Verifies the address of a user, by the button on that page. Repeating it changes nothing.',
    permission: 'anyone',
    route: 'POST /verify-email',
    consumes: 'application/x-www-form-urlencoded',
    produces: 'text/html',
    secret: true,
    security: 'none',
    params: exactly({ token }),
    result: HtmlPage,
    errors: ['VERIFICATION_LINK_INVALID'],
  }),
  'users.verify_email': defineAction({
    summary:
      'Verifies the address of a user, by the token of the link that was sent there. Repeating it changes nothing.',
    permission: 'anyone',
    route: 'POST /api/auth/email/verify',
    secret: true,
    security: 'none',
    params: exactly({ token }),
    result: exactly({ email: Email }),
    errors: ['VERIFICATION_LINK_INVALID'],
  }),
};

export const messages = {
  'user.updated': defineMessage({
    summary: 'A user has another name or address.',
    version: 1,
    key: 'user_id',
    payload: exactly({ user_id: Id, email: Email, name: Name, email_verified: Type.Boolean() }),
  }),
  // With its link: unlike a guest's it opens nothing, and ends after a day.
  'user.verification_requested': defineMessage({
    summary: 'A user asked for the link that verifies their address.',
    version: 1,
    key: 'user_id',
    payload: exactly({ user_id: Id, email: Email, url: Type.String(), expires_at: Time }),
  }),
  'user.email_verified': defineMessage({
    summary: 'A user has shown that they get what is sent to their address.',
    version: 1,
    key: 'user_id',
    payload: exactly({ user_id: Id, email: Email, verified_at: Time }),
  }),
};
