import type { PermissionContract } from '../permission.ts';

export const permissions = {
  'campaigns:create': { description: 'Draft campaigns of your own.', roles: ['member'] },
  'campaigns:update': { description: 'Change, publish and end your own campaigns.', roles: ['member'] },
  'campaigns:read_any': {
    description: "Read drafts of others' campaigns.",
    roles: ['organiser', 'support', 'auditor'],
  },
  'campaigns:manage': {
    description: "Do for others' campaigns what their owners may, but not write to donors.",
    roles: ['organiser'],
  },
  'pledges:create': { description: 'Pledge in your own name.', roles: ['member'] },
  'pledges:read': {
    description: 'Read your own pledges, and those to your own campaigns.',
    roles: ['member'],
  },
  'pledges:update': { description: 'Change, cancel and erase your own pledges.', roles: ['member'] },
  'pledges:refund': { description: 'Refund pledges to your own campaigns.', roles: ['member'] },
  'pledges:export': { description: 'Export the pledges to your own campaigns.', roles: ['member'] },
  'pledges:read_any': {
    description: "Read others' pledges, also who gave anonymously.",
    roles: ['support', 'auditor'],
  },
  'pledges:manage': { description: 'Do with any pledge what its donor may.', roles: ['support'] },
  'pledges:resolve': {
    description: 'Decide pledges whose money is not what was pledged.',
    roles: ['operator'],
  },
  'pledges:export_any': { description: 'Export all pledges.', roles: ['auditor'] },
  'offline-gifts:record': {
    description: 'Record and void gifts to your own campaigns that came by another way.',
    roles: ['member'],
  },
  'messages:moderate': {
    description: "Hide and show donors' messages on your own campaigns.",
    roles: ['member'],
  },
  'donors:thank': { description: 'Write to the donors of your own campaigns.', roles: ['member'] },
  'receipts:read': {
    description: 'Read your own receipts, and those of your own campaigns.',
    roles: ['member'],
  },
  'receipts:read_any': { description: "Read others' receipts.", roles: ['support', 'auditor'] },
  'subscriptions:create': { description: 'Subscribe to a campaign in your own name.', roles: ['member'] },
  'subscriptions:read': {
    description: 'Read your own subscriptions, and those to your own campaigns.',
    roles: ['member'],
  },
  'subscriptions:update': { description: 'Pause, resume and end your own subscriptions.', roles: ['member'] },
  'subscriptions:read_any': { description: "Read others' subscriptions.", roles: ['support', 'auditor'] },
  'subscriptions:manage': { description: 'Do with any subscription what its donor may.', roles: ['support'] },
  'totals:verify': {
    description: 'Compare totals with the pledges that they count.',
    roles: ['operator', 'auditor'],
  },
  'totals:rebuild': { description: 'Count totals anew.', roles: ['operator'] },
} as const satisfies Record<string, PermissionContract>;
