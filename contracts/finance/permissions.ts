import type { PermissionContract } from '../permission.ts';

export const permissions = {
  'payments:read': {
    description: 'Read payments and what their providers reported.',
    roles: ['support', 'operator', 'auditor'],
  },
  'payments:capture': { description: 'Collect payments that were authorized.', roles: ['operator'] },
  'balances:read': { description: 'Read what your own campaigns have.', roles: ['member'] },
  'balances:read_any': {
    description: "Read what others' campaigns have.",
    roles: ['organiser', 'support', 'operator', 'auditor'],
  },
  'payouts:read': { description: 'Read payouts and write-offs.', roles: ['operator', 'auditor'] },
  'payouts:create': {
    description: 'Pay out what a campaign has, and write off what it owes.',
    roles: ['operator'],
  },
  'payouts:confirm': { description: 'Say what became of a payout.', roles: ['operator'] },
  'payouts:export': { description: 'Export all payouts.', roles: ['auditor'] },
  'ledger:export': { description: 'Export the ledger.', roles: ['auditor'] },
} as const satisfies Record<string, PermissionContract>;
