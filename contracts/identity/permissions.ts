import type { PermissionContract } from '../permission.ts';

export const permissions = {
  'account:read': {
    description: 'Read your own account, its sign-ins and what you may do.',
    roles: ['member', 'auditor'],
  },
  'account:update': { description: 'Change your own account, and how you sign in to it.', roles: ['member'] },
  'account:delete': { description: 'Delete your own account.', roles: ['member'] },
  'access-tokens:manage': {
    description: 'Make, list and revoke your own tokens for programs.',
    roles: ['member'],
  },
  'users:read': { description: 'Read the accounts of others.', roles: ['support', 'auditor'] },
  'users:manage': { description: 'Help others back into their accounts.', roles: ['support'] },
  'accounts:recover': {
    description: 'Give an account to whom it belongs, without its old mailbox or by a link that is shown.',
    roles: [], // who may do so could have the account of an admin
  },
  'signing-keys:rotate': { description: 'Make the next key that signs access tokens.', roles: ['operator'] },
  'roles:read': { description: 'Read the roles that others have.', roles: ['support', 'auditor'] },
  'roles:manage': { description: 'Make roles, change and delete them.', roles: [] },
  'roles:grant': {
    description: 'Grant and revoke roles that give no more than you have yourself.',
    roles: [],
  },
  'permissions:check': { description: 'Ask what others may do, and why.', roles: ['support', 'auditor'] },
} as const satisfies Record<string, PermissionContract>;
