// The roles that every platform has. Admins can make others; these stay as they are.
import type { roleNames } from '../permission.ts';
import { permissionNames, permissions, type Permission } from '../permissions.ts';

interface BuiltInRole {
  description: string;
  /** Roles whose permissions it has as well. */
  inherits: readonly string[];
  /** Roles that nobody may have beside it: separation of duty. */
  excludes: readonly string[];
}

/** Whoever has an account has it, unless it was taken from them. */
export const DEFAULT_ROLE = 'member';

const described = {
  member: {
    description: 'Gives, and raises money: for what is their own.',
    inherits: [],
    excludes: [],
  },
  organiser: {
    description: "Runs others' campaigns: to be granted for one of them.",
    inherits: ['member'],
    excludes: [],
  },
  support: {
    description: 'Helps donors and members with what is theirs.',
    inherits: ['member'],
    excludes: [],
  },
  operator: {
    description: 'Keeps the platform running, and pays out.',
    inherits: ['member'],
    excludes: ['auditor'],
  },
  auditor: {
    description: 'Reads everything and changes nothing.',
    inherits: [],
    excludes: ['operator'],
  },
  admin: {
    description: 'May do everything, and says what others may.',
    inherits: [],
    excludes: [],
  },
} as const satisfies Record<(typeof roleNames)[number] | 'admin', BuiltInRole>;

export type BuiltInRoleName = keyof typeof described;

const isOf = (role: BuiltInRoleName) => (permission: Permission) =>
  role === 'admin' || (permissions[permission].roles as readonly string[]).includes(role);

export const builtInRoles = (Object.keys(described) as BuiltInRoleName[]).map((name) => ({
  name,
  ...(described[name] as BuiltInRole),
  permissions: permissionNames.filter(isOf(name)),
}));
