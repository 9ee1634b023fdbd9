// Permissions: roles, who has them, and what they allow. What each action needs stands in its contract.
// Rules: role.rules.ts. Storage: role.store.ts.
import { DEFAULT_ROLE } from '#contracts/identity/roles';
import { defineService } from '#mixins/service';
import check from './actions/check.ts';
import checkBatch from './actions/check_batch.ts';
import createRole from './actions/create_role.ts';
import deleteRole from './actions/delete_role.ts';
import explain from './actions/explain.ts';
import getRole from './actions/get_role.ts';
import grantRole from './actions/grant_role.ts';
import layDownAdmin from './actions/lay_down_admin.ts';
import list from './actions/list.ts';
import listGrants from './actions/list_grants.ts';
import listRoles from './actions/list_roles.ts';
import readChanges from './actions/read_changes.ts';
import readEffective from './actions/read_effective.ts';
import revokeRole from './actions/revoke_role.ts';
import updateRole from './actions/update_role.ts';
import { roleInvariants } from './role.invariants.ts';
import { permissionsPersonal } from './role.personal.ts';
import { subscriptions } from './subscriptions.ts';

export default defineService({
  name: 'permissions',
  actions: [
    check,
    checkBatch,
    createRole,
    deleteRole,
    explain,
    getRole,
    grantRole,
    layDownAdmin,
    list,
    listGrants,
    listRoles,
    readChanges,
    readEffective,
    revokeRole,
    updateRole,
  ],
  subscriptions,
  retention: {
    // The newest stays, so that numbers go on.
    permission_changes: `at < now() - interval '1 hour' and seq < (select max(seq) from permission_changes)`,
    user_roles: `expires_at < now() - interval '90 days' and role <> '${DEFAULT_ROLE}'`,
  },
  invariants: roleInvariants,
  personalData: permissionsPersonal,
});
