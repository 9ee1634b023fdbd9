import type { Payload } from '#contracts';
import type { Addressee, WrittenEmail } from '../email.ts';
import { minuteOf } from './minute.words.ts';
import { hello, nameIn } from './words.ts';

type Changed = Pick<Payload<'user.factor_added'>, 'factor' | 'name' | 'at'> & { to: Addressee };

/** The e-mail to whose account a second factor was added. */
export const factorAddedEmail = (changed: Changed): WrittenEmail =>
  written(changed, 'added to', 'New sign-in method on your account');

/** The e-mail to whose account lost one. */
export const factorRemovedEmail = (changed: Changed): WrittenEmail =>
  written(changed, 'removed from', 'A sign-in method was removed');

const written = ({ to, at, ...changed }: Changed, how: string, subject: string): WrittenEmail => ({
  to,
  subject,
  text: `${hello(to.name)}

${whatIs(changed)} was ${how} your account, on ${minuteOf(at)}.

If that was you, you need do nothing. If it was not, somebody else is in your account: change your password
now, and look through its second factors and passkeys.
`,
});

/** A name is somebody's own words, who may not be the owner. */
function whatIs({ factor, name }: Pick<Changed, 'factor' | 'name'>): string {
  if (factor === 'totp') return 'An authenticator app';
  if (factor === 'password') return 'The password';
  const called = nameIn(name ?? '');
  return called ? `The passkey “${called}”` : 'A passkey';
}
