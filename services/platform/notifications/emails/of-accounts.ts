// The e-mails about accounts. None can be stopped by who fills a mailbox: those that strangers can cause, auth counts itself.
import {
  accountDeletedEmail,
  accountMovedEmail,
  confirmNewAddressEmail,
  confirmOldAddressEmail,
  newDeviceEmail,
  passwordChangedEmail,
  passwordResetEmail,
  programAdmittedEmail,
  tokenReuseEmail,
} from './account.email.ts';
import { about } from './topic.ts';

export const ofAccounts = {
  password_reset: about('user.password_reset_requested', {
    unsolicited: false,
    write: async (ask, { reset_id }) => passwordResetEmail(await ask.resetLink(reset_id)),
  }),
  password_changed: about('user.password_changed', {
    unsolicited: false,
    write: async (ask, { user_id, because, at }) =>
      passwordChangedEmail({ to: await ask.user(user_id), because, at }),
  }),
  token_reuse: about('token_reuse.detected', {
    unsolicited: false,
    write: async (ask, { user_id, at }) => tokenReuseEmail({ to: await ask.user(user_id), at }),
  }),
  new_device: about('new_device.detected', {
    unsolicited: false,
    write: async (ask, { user_id, ...where }) => newDeviceEmail({ to: await ask.user(user_id), ...where }),
  }),
  confirm_new_address: about('user.email_change_requested', {
    unsolicited: false,
    write: async (ask, { change_id }) => confirmNewAddressEmail(await ask.emailChange(change_id)),
  }),
  confirm_old_address: about('user.email_change_requested', {
    unsolicited: false,
    async write(ask, { change_id, sides }) {
      if (!sides.includes('old')) return null;
      const { old_url, ...change } = await ask.emailChange(change_id);
      // Confirmed since.
      return old_url === null ? null : confirmOldAddressEmail({ ...change, old_url });
    },
  }),
  account_moved: about('user.email_changed', {
    unsolicited: false,
    write: (_ask, moved) => Promise.resolve(accountMovedEmail(moved)),
  }),
  program_admitted: about('access_token.created', {
    unsolicited: false,
    write: async (ask, { user_id, name, permissions, at }) =>
      programAdmittedEmail({ to: await ask.user(user_id), name, permissions, at }),
  }),
  account_deleted: about('user.deleted', {
    unsolicited: false,
    write: async (ask, { user_id, erased_at }) =>
      accountDeletedEmail({ to: await ask.user(user_id), erased_at }),
  }),
};
