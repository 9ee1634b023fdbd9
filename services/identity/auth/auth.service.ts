// Auth: how users prove who they are, and the tokens they get. Their profiles are users'.
import { defineService } from '#mixins/service';
import cancelEmailChange from './actions/cancel_email_change.ts';
import changeEmail from './actions/change_email.ts';
import changePassword from './actions/change_password.ts';
import confirmEmail from './actions/confirm_email.ts';
import confirmEmailPage from './actions/confirm_email_page.ts';
import deleteAccount from './actions/delete.ts';
import findAccount from './actions/find_account.ts';
import issueReset from './actions/issue_reset.ts';
import jwks from './actions/jwks.ts';
import listLoginSessions from './actions/list_login_sessions.ts';
import login from './actions/login.ts';
import logout from './actions/logout.ts';
import moveAccount from './actions/move_account.ts';
import pressCancelEmailChange from './actions/press_cancel_email_change.ts';
import pressConfirmEmail from './actions/press_confirm_email.ts';
import pressResetPassword from './actions/press_reset_password.ts';
import readEmailChange from './actions/read_email_change.ts';
import readResetLink from './actions/read_reset_link.ts';
import refresh from './actions/refresh.ts';
import register from './actions/register.ts';
import restore from './actions/restore.ts';
import requestPasswordReset from './actions/request_password_reset.ts';
import resetPassword from './actions/reset_password.ts';
import resetPasswordPage from './actions/reset_password_page.ts';
import revocations from './actions/revocations.ts';
import revokeLoginSession from './actions/revoke_login_session.ts';
import revokeOtherLoginSessions from './actions/revoke_other_login_sessions.ts';
import rotateKeys from './actions/rotate_keys.ts';
import { accessTokenActions } from './access-token.actions.ts';
import { authInvariants } from './auth.invariants.ts';
import { authPersonal } from './credentials.personal.ts';
import { erasure } from './erasure.timer.ts';
import { ofFactors } from './factor.actions.ts';
import { firstAdmin } from './first-admin.mixin.ts';
import { passwordReset } from './password-reset.timer.ts';
import { RETIRED } from './signing-key.store.ts';
import { keyRotation } from './signing-key.timer.ts';

export default defineService({
  name: 'auth',
  actions: [
    cancelEmailChange,
    changeEmail,
    changePassword,
    confirmEmail,
    confirmEmailPage,
    deleteAccount,
    findAccount,
    issueReset,
    jwks,
    listLoginSessions,
    login,
    logout,
    moveAccount,
    pressCancelEmailChange,
    pressConfirmEmail,
    pressResetPassword,
    readEmailChange,
    readResetLink,
    refresh,
    register,
    requestPasswordReset,
    resetPassword,
    restore,
    resetPasswordPage,
    revocations,
    revokeLoginSession,
    revokeOtherLoginSessions,
    rotateKeys,
    ...ofFactors,
    ...accessTokenActions,
  ],
  timers: [erasure, keyRotation, passwordReset],
  retention: {
    // Until 30 days after it expired, the use of an old token still reveals a theft.
    refresh_tokens: `expires_at < now() - interval '30 days'`,
    // Those without a token; a session in use has one.
    login_sessions: 'not exists (select from refresh_tokens where login_session_id = login_sessions.id)',
    passkey_challenges: 'expires_at < now()',
    revocations: `at < now() - interval '1 hour'`,
    // The longest limit is of a day.
    attempts: `at < now() - interval '1 day'`,
    password_resets: 'expires_at < now()',
    email_changes: 'expires_at < now()',
    // The last one stays: it tells that the next is new.
    known_networks: `last_at < now() - interval '180 days' and exists (
      select from known_networks k where k.user_id = known_networks.user_id and k.last_at > known_networks.last_at)`,
    signing_keys: RETIRED,
    access_tokens: `expires_at < now() - interval '30 days'`,
  },
  invariants: authInvariants,
  mixins: [firstAdmin],
  personalData: authPersonal,
});
