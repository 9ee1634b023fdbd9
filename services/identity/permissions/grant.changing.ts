// How roles are granted and taken away.
import type { RoleGrant } from '#contracts';
import { DEFAULT_ROLE } from '#contracts/identity/roles';
import type { Instant } from '#lib/world';
import type { Changing } from './role.changing.ts';
import { mustKeepAdmin } from './role.rules.ts';
import { deleteGrant, findAdmins, insertChange, saveGrant, type StoredGrant } from './role.store.ts';

/** What a user has, as they see it. */
export const shownGrants = (grants: readonly StoredGrant[]): RoleGrant[] =>
  grants.filter(({ revoked_at }) => revoked_at === null).map(shownGrant);

export const shownGrant = ({ user_id: _user, revoked_at: _revoked, ...grant }: StoredGrant): RoleGrant =>
  grant;

type Place = Pick<StoredGrant, 'user_id' | 'role' | 'resource'>;

const isAt = (place: Place) => (grant: Place) =>
  grant.user_id === place.user_id && grant.role === place.role && grant.resource === place.resource;

/** Throws LAST_ADMIN where nobody would be an admin for good any more once this grant is gone, or is to end. */
export async function mustLeaveAdmin({ tx }: Pick<Changing, 'tx'>, place: Place): Promise<void> {
  const admins = await findAdmins(tx);
  const isThis = isAt(place);
  if (admins.some(isThis)) mustKeepAdmin(admins.filter((grant) => !isThis(grant)));
}

/** Takes a role that a user has, and tells of it; nothing where they don't have it. Throws LAST_ADMIN. */
export async function takeRole(it: Changing, place: Place): Promise<void> {
  const { tx, caller, at } = it;
  if (place.role === 'admin' && place.resource === null) await mustLeaveAdmin(it, place);
  // The default role is everybody's who has no row that says otherwise.
  const isDefault = place.role === DEFAULT_ROLE && place.resource === null;
  if (isDefault)
    await saveGrant(tx, {
      ...place,
      expires_at: null,
      revoked_at: at,
      granted_by: caller.user_id,
      granted_at: at,
    });
  else if (!(await deleteGrant(tx, place))) return;
  await tellOfUser(it, place.user_id);
  await tx.publish('role.revoked', { ...place, by: caller.user_id, at });
}

/** Has every node look at a user again. */
export const tellOfUser = ({ tx, at }: { tx: Changing['tx']; at: Instant }, user_id: string): Promise<void> =>
  insertChange(tx, user_id, at);
