// The actions about second factors and passkeys.
import addPasskey from './actions/add_passkey.ts';
import confirmTotp from './actions/confirm_totp.ts';
import enrollTotp from './actions/enroll_totp.ts';
import listPasskeys from './actions/list_passkeys.ts';
import loginWithPasskey from './actions/login_with_passkey.ts';
import readFactors from './actions/read_factors.ts';
import removePasskey from './actions/remove_passkey.ts';
import removeTotp from './actions/remove_totp.ts';
import removePassword from './actions/remove_password.ts';
import renamePasskey from './actions/rename_passkey.ts';
import renewRecoveryCodes from './actions/renew_recovery_codes.ts';
import requestPasskey from './actions/request_passkey.ts';
import requestPasskeyLogin from './actions/request_passkey_login.ts';
import restoreWithPasskey from './actions/restore_with_passkey.ts';

export const ofFactors = [
  addPasskey,
  confirmTotp,
  enrollTotp,
  listPasskeys,
  loginWithPasskey,
  readFactors,
  removePasskey,
  removePassword,
  removeTotp,
  renamePasskey,
  renewRecoveryCodes,
  requestPasskey,
  requestPasskeyLogin,
  restoreWithPasskey,
];
