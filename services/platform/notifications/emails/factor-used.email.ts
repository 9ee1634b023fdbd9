import type { Payload } from '#contracts';
import type { Addressee, WrittenEmail } from '../email.ts';
import { minuteOf } from './minute.words.ts';
import { hello } from './words.ts';

type To<T> = T & { to: Addressee };

/** The e-mail about a recovery code that was used: its owner knows whether they did. */
export const recoveryCodeUsedEmail = ({
  to,
  left,
  at,
}: To<Pick<Payload<'user.recovery_code_used'>, 'left' | 'at'>>): WrittenEmail => ({
  to,
  subject: 'A recovery code of your account was used',
  text: `${hello(to.name)}

one of your recovery codes was used, on ${minuteOf(at)}. You have ${left} left${left < 4 ? ': make new ones soon' : ''}.

If it was not you, somebody has your password and your codes: change the password now, and make new codes.
`,
});

/** The e-mail about new recovery codes. */
export const recoveryCodesRenewedEmail = ({
  to,
  at,
}: To<Pick<Payload<'user.recovery_codes_renewed'>, 'at'>>): WrittenEmail => ({
  to,
  subject: 'Your account has new recovery codes',
  text: `${hello(to.name)}

new recovery codes were made for your account, on ${minuteOf(at)}. The old ones work no more.

If it was not you, somebody else is in your account: change your password now, and make new codes.
`,
});

/** The e-mail to whom somebody is attacking: they know the password, and guess the code. */
export const factorGuessedEmail = ({
  to,
  at,
}: To<Pick<Payload<'user.factor_guessed'>, 'at'>>): WrittenEmail => ({
  to,
  subject: 'Somebody knows your password',
  text: `${hello(to.name)}

somebody entered your right password, and then five wrong codes, the last on ${minuteOf(at)}.

If it was you, wait a moment, or use a recovery code. If it was not, they know your password and lack only the
code: change your password now. Until then, wrong codes make everybody wait; your recovery codes and
passkeys work at once.
`,
});
