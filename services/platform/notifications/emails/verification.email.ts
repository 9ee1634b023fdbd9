import type { Payload } from '#contracts';

/**
 * The e-mail with the link that verifies an address. It calls nobody by name: whoever opened the account may have typed
 * somebody else's address, and anything as a name.
 */
export const verificationEmail = ({ email, url }: Payload<'user.verification_requested'>) => ({
  to: { name: '', address: email },
  subject: 'Please verify your address',
  text: `Hello,

somebody opened an account with this address. If that was you, open this page and press its button:

${url}

Gifts that were made with this address and without an account will then belong to your account. The link
is valid for 24 hours.

If it was not you, you need do nothing. If the account is to be yours, ask for a new password where you
sign in: that takes it from whoever opened it.
`,
});
