// What is written about accounts. Links go to mailboxes whose owner is not known yet: those e-mails call nobody by name.
import type { Payload, Result } from '#contracts';
import type { Instant } from '#lib/world';
import type { Addressee, WrittenEmail } from '../email.ts';
import { hello } from './words.ts';

const nobody = (address: string): Addressee => ({ name: '', address });

/** A time as people read it, in UTC. */
const timeOf = (at: Instant) => `${at.slice(0, 10)} at ${at.slice(11, 16)} UTC`;

const IF_NOT = `If it was not you, set a new password at once: ask for a link where you sign in. That signs everybody
out, and whoever reads this mailbox decides.`;

export const passwordResetEmail = ({ email, url }: Result<'auth.read_reset_link'>): WrittenEmail => ({
  to: nobody(email),
  subject: 'Set a new password',
  text: `Hello,

somebody asked for a new password for the account with this address. If that was you, open this page and
set one:

${url}

The link is valid for an hour, and once. Whoever is signed in will be signed out. Whoever has the link can
take over the account: please pass it on to nobody.

If it was not you, you need do nothing: your password stays as it is.
`,
});

export const passwordChangedEmail = ({
  to,
  because,
  at,
}: Pick<Payload<'user.password_changed'>, 'because' | 'at'> & { to: Addressee }): WrittenEmail => ({
  to,
  subject: 'Your password was changed',
  text: `${hello(to.name)}

the password of your account was ${because === 'reset' ? 'reset by a link' : 'changed'} on ${timeOf(at)}.
${because === 'reset' ? 'Everybody who was signed in is signed out.' : 'Everybody else who was signed in is signed out.'}

${IF_NOT}
`,
});

export const tokenReuseEmail = ({ to, at }: { to: Addressee; at: Instant }): WrittenEmail => ({
  to,
  subject: 'One of your devices was signed out',
  text: `${hello(to.name)}

on ${timeOf(at)} the key with which one of your devices stays signed in came a second time, as if somebody
had copied it. To be safe we have signed that device out: please sign in again.

If you do not know why, set a new password, and look at where you are signed in.
`,
});

export const newDeviceEmail = ({
  to,
  device,
  address,
  at,
}: Pick<Payload<'new_device.detected'>, 'device' | 'address' | 'at'> & { to: Addressee }): WrittenEmail => ({
  to,
  subject: 'Somebody signed in to your account',
  text: `${hello(to.name)}

on ${timeOf(at)} somebody signed in to your account from where you have not signed in before:

${device ?? 'An unknown device'}, at ${address}

If that was you, you need do nothing.

${IF_NOT}
`,
});

type Change = Result<'auth.read_email_change'>;

export const confirmNewAddressEmail = ({
  new_email,
  new_url,
}: Pick<Change, 'new_email' | 'new_url'>): WrittenEmail => ({
  to: nobody(new_email),
  subject: 'Please confirm your new address',
  text: `Hello,

somebody wishes to use this address for their account. If that was you, open this page and press its button:

${new_url}

The link is valid for 24 hours.

If it was not you, you need do nothing.
`,
});

export const confirmOldAddressEmail = ({
  old_email,
  new_email,
  old_url,
}: Pick<Change, 'old_email' | 'new_email'> & { old_url: string }): WrittenEmail => ({
  to: nobody(old_email),
  subject: 'Is your account to have another address?',
  text: `Hello,

somebody who is signed in to the account with this address wishes to change it to

${new_email}

If that was you, open this page and say so. The address changes once the link in the e-mail to the new
address was pressed as well:

${old_url}

If it was not you, the same page calls it off. Then set a new password: whoever asked for this knows yours.
`,
});

/** To the old address, which is told last. */
export const accountMovedEmail = ({
  email,
  old_email,
}: Pick<Payload<'user.email_changed'>, 'email' | 'old_email'>): WrittenEmail => ({
  to: nobody(old_email),
  subject: 'Your account has another address',
  text: `Hello,

the account that had this address now has the address

${email}

What we write about it goes there from now on. If you do not know of this, write to whoever runs this
platform: they can see what has happened.
`,
});

export const programAdmittedEmail = ({
  to,
  name,
  permissions,
  at,
}: Pick<Payload<'access_token.created'>, 'name' | 'permissions' | 'at'> & {
  to: Addressee;
}): WrittenEmail => ({
  to,
  subject: 'A program may use your account',
  text: `${hello(to.name)}

on ${timeOf(at)} a token for a program was made with your account: ${name}. With it the program may do this in
your name:

${permissions.join('\n')}

If that was you, you need do nothing.

${IF_NOT} No program is let in then.
`,
});

export const accountDeletedEmail = ({
  to,
  erased_at,
}: Pick<Payload<'user.deleted'>, 'erased_at'> & { to: Addressee }): WrittenEmail => ({
  to,
  subject: 'Your account is deleted',
  text: `${hello(to.name)}

your account was deleted, and everybody who was signed in to it is signed out. On ${timeOf(erased_at)}
your name and address are erased, for good.

Until then you can take it back: sign in, and you are told how. If it was not you, do that, and then set a
new password.
`,
});
