import type { PersonalData } from '#lib/personal';

export const permissionsPersonal: PersonalData = {
  purposes: 'To know what you may do.',
  recipients: 'Those who support users, grant roles or audit that.',
  retention: 'Until the account is erased.',
  tables: {
    user_roles: {
      what: 'A role of yours, beside the one that everybody has.',
      where: 'user_id = $1',
      key: `md5(concat_ws(' ', role, resource))::uuid`,
      fields: {
        role: 'what it is called',
        resource: 'where it holds; nothing: everywhere',
        expires_at: 'until when',
        revoked_at: 'when it was taken from you',
        granted_at: 'when you got it',
      },
      withheld: { granted_by: 'who gave it to you: about another' },
    },
  },
  exceptions: {
    roles: 'what roles allow, whoever has them',
    permission_changes: 'that nodes must look at somebody’s roles again',
  },
};
