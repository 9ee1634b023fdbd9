import { codeOf } from '#lib/errors';
import { job } from '#mixins/timers';
import { findCredentials } from './credentials.store.ts';
import { openReset } from './password-reset.opening.ts';

/** Afterwards, so that who asked is answered alike whether there is such an account or not. */
export const passwordReset = job('auth.password_reset', async (service, { key: id, payload: { email } }) => {
  const credentials = await findCredentials(service.db, email);
  if (!credentials) return;
  await openReset(service, credentials, { id, by_mail: true }).catch((error: unknown) => {
    // There is nothing to sign in to.
    if (codeOf(error) !== 'ACCOUNT_DELETED') throw error;
  });
});
