// Users: their profiles, and whether their addresses are verified. How they prove who they are is auth's.
import { projection } from '#mixins/projection';
import { defineService } from '#mixins/service';
import create from './actions/create.ts';
import exportData from './actions/export_data.ts';
import get from './actions/get.ts';
import list from './actions/list.ts';
import me from './actions/me.ts';
import read from './actions/read.ts';
import readContacts from './actions/read_contacts.ts';
import requestVerification from './actions/request_verification.ts';
import update from './actions/update.ts';
import verificationPage from './actions/verification_page.ts';
import verify from './actions/verify.ts';
import verifyEmail from './actions/verify_email.ts';
import { subscriptions } from './subscriptions.ts';
import { userInvariants } from './user.invariants.ts';
import { eraseUsers, hideUsers } from './user.store.ts';
import { usersPersonal } from './user.personal.ts';

export default defineService({
  name: 'users',
  actions: [
    create,
    exportData,
    get,
    list,
    me,
    read,
    readContacts,
    requestVerification,
    update,
    verificationPage,
    verify,
    verifyEmail,
  ],
  subscriptions: [
    ...subscriptions,
    ...projection({ messages: ['user.deleted', 'user.restored'], apply: hideUsers }),
    ...projection({ messages: ['user.erased'], apply: eraseUsers }),
  ],
  retention: { verification_requests: `at < now() - interval '1 hour'` },
  invariants: userInvariants,
  personalData: usersPersonal,
});
