import { builtInRoles } from '#contracts/identity/roles';
import { ofAll } from '#mixins/invariants';

const EXISTING = `(select name from roles union all select unnest(array[${builtInRoles
  .map(({ name }) => `'${name}'`)
  .join()}]))`;

export const roleInvariants = {
  'who has a role has one that there is': ofAll(
    'select count(*) from user_roles',
    `select user_id key, format('has the role %s, which does not exist', role) found from user_roles
     where role not in ${EXISTING}`,
  ),
  'roles inherit roles that there are': ofAll(
    'select count(*) from roles',
    `select name key, format('inherits %s, which does not exist', inherited) found
     from roles, unnest(inherits) inherited where inherited not in ${EXISTING}`,
  ),
};
