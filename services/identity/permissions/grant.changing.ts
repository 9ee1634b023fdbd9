// How roles are granted and taken away.
import type { RoleGrant } from '#contracts';
import type { Instant } from '#lib/world';
import type { Changing } from './role.changing.ts';
import { mustKeepAdmin } from './role.rules.ts';
import { findAdmins, insertChange, type StoredGrant } from './role.store.ts';

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

/** Has every node look at a user again. */
export const tellOfUser = ({ tx, at }: { tx: Changing['tx']; at: Instant }, user_id: string): Promise<void> =>
  insertChange(tx, user_id, at);
