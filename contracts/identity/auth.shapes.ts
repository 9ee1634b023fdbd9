// What the parts of auth's contract share.
import { Type, type Static } from '@sinclair/typebox';
import { exactly } from '../define.ts';
import { Text } from '../text.ts';

/** A new one. */
export const Password = Text(200, 10);
/** One that somebody has already: whatever was allowed then. */
export const CurrentPassword = Text(200, 1);
/** Of the link in an e-mail. */
export const LinkToken = Type.String({
  minLength: 1,
  maxLength: 200,
  description: 'the token of the link in the e-mail',
});

export const Tokens = exactly({
  access_token: Type.String(),
  refresh_token: Type.String(),
  expires_in: Type.Integer({ description: 'seconds until the access token expires' }),
});
export type Tokens = Static<typeof Tokens>;
