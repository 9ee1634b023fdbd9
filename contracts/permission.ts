// How permissions are declared: by the system whose they are.

/** The roles that permissions are given to where they are declared; admins have all. Others are made on the platform. */
export const roleNames = ['member', 'organiser', 'support', 'operator', 'auditor'] as const;

export interface PermissionContract {
  /** What one may then do, in one sentence. */
  description: string;
  /** The built-in roles that have it by themselves, beside admin. */
  roles: readonly (typeof roleNames)[number][];
}
