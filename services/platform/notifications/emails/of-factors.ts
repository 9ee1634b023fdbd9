// The e-mails about second factors and passkeys: whoever got into an account changes them, and its owner must hear of it.
// They count as unsolicited: whoever opened an account with somebody else's address could fill that mailbox.
import { factorAddedEmail, factorRemovedEmail } from './factor-changed.email.ts';
import { factorGuessedEmail, recoveryCodesRenewedEmail, recoveryCodeUsedEmail } from './factor-used.email.ts';
import { about } from './topic.ts';

export const ofFactors = {
  factor_added: about('user.factor_added', {
    unsolicited: true,
    write: async (ask, added) => factorAddedEmail({ ...added, to: await ask.user(added.user_id) }),
  }),
  factor_removed: about('user.factor_removed', {
    unsolicited: true,
    write: async (ask, removed) => factorRemovedEmail({ ...removed, to: await ask.user(removed.user_id) }),
  }),
  recovery_code_used: about('user.recovery_code_used', {
    unsolicited: true,
    write: async (ask, used) => recoveryCodeUsedEmail({ ...used, to: await ask.user(used.user_id) }),
  }),
  recovery_codes_renewed: about('user.recovery_codes_renewed', {
    unsolicited: true,
    write: async (ask, renewed) =>
      recoveryCodesRenewedEmail({ ...renewed, to: await ask.user(renewed.user_id) }),
  }),
  factor_guessed: about('user.factor_guessed', {
    unsolicited: true,
    write: async (ask, guessed) => factorGuessedEmail({ ...guessed, to: await ask.user(guessed.user_id) }),
  }),
};
