import { action } from '#lib/service';
import { needParty, passkeyRequest } from '../passkey.ceremonies.ts';

/** It knows of no account: the device says which it has. */
export default action('auth.request_passkey_login', async function () {
  return passkeyRequest(this.db, needParty(this), 'login');
});
