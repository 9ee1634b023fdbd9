import type { PermissionContract } from '../permission.ts';

export const permissions = {
  'ops:read': {
    description: 'Read how far messages, webhooks and dead letters are.',
    roles: ['operator', 'auditor'],
  },
  'ops:retry': {
    description: 'Deliver dead letters and webhooks again, and make test webhooks.',
    roles: ['operator'],
  },
  'ops:verify': { description: 'Check what must always hold.', roles: ['operator', 'auditor'] },
} as const satisfies Record<string, PermissionContract>;
